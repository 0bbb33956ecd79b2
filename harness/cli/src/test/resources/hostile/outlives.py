"""Leaves a process behind that holds standard output open."""
import os
import time

import base


def misbehave(number):
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            time.sleep(40)
        os._exit(0)
    os.wait()
    os._exit(3)


base.run(misbehave)

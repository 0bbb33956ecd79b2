import os
import signal

import base


def misbehave(number):
    for process in (os.getppid(), 1, -1):
        for which in (signal.SIGTERM, signal.SIGKILL):
            try:
                os.kill(process, which)
            except OSError:
                continue


base.run(misbehave)

import os
import time

import base


def misbehave(number):
    while True:
        try:
            if os.fork() == 0:
                while True:
                    try:
                        os.fork()
                    except OSError:
                        time.sleep(0.01)
        except OSError:
            time.sleep(0.01)


base.run(misbehave)

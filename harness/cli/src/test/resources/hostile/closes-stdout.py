import os
import sys

import base


def misbehave(number):
    sys.stdout.flush()
    os.close(1)
    while sys.stdin.buffer.read(65536):
        pass
    os._exit(0)


base.run(misbehave)

import sys

import base


def misbehave(number):
    while True:
        sys.stdout.write("garbage\n" * 1000)


base.run(misbehave)

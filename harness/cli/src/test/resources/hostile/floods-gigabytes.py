import sys

import base


def misbehave(number):
    while True:
        sys.stdout.write("x" * 1000000)


base.run(misbehave)

import sys

from base import Plugin


class Broken(Plugin):
    def end(self):
        sys.stdout.flush()
        sys.exit(3)


Broken().run()

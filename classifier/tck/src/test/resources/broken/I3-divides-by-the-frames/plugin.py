import sys

from base import Plugin


class Broken(Plugin):
    def end(self):
        print("decided", len(self.decided) / self.number, "a frame", file=sys.stderr)


Broken().run()

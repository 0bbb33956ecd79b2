import os
import sys

from base import Plugin


class Broken(Plugin):
    def look(self, frame, wire):
        super().look(frame, wire)
        if len(self.decided) == 5:
            sys.stdout.flush()
            os._exit(0)


Broken().run()

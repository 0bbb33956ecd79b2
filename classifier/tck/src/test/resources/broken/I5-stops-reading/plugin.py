import time

from base import Plugin


class Broken(Plugin):
    def look(self, frame, wire):
        super().look(frame, wire)
        if len(frame) > 60_000:
            time.sleep(1000)


Broken().run()

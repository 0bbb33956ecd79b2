import time

from base import Plugin


class Broken(Plugin):
    flows = set()

    def look(self, frame, wire):
        super().look(frame, wire)
        self.flows.add(self.flow(frame))
        if len(self.flows) > 1000:
            time.sleep(0.01)


Broken().run()

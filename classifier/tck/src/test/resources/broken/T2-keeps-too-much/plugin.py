from base import Plugin


class Broken(Plugin):
    kept = {}

    def look(self, frame, wire):
        super().look(frame, wire)
        flow = self.flow(frame)
        if flow:
            self.kept.setdefault(flow, b"x" * (256 * 1024 + len(self.kept)))


Broken().run()

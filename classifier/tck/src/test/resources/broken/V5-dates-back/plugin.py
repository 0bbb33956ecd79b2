from base import Plugin


class Broken(Plugin):
    """Decides at a flow's third frame, and says that it was the first."""

    frames = {}

    def look(self, frame, wire):
        flow = self.flow(frame)
        if flow and flow not in self.decided:
            seen = self.frames.setdefault(flow, [])
            seen.append(self.number)
            if len(seen) == 3 and self.verdict(flow, frame):
                self.decided.add(flow)
                self.say({"packet": self.number, "verdict": "block", "at": seen[0]})


Broken().run()

from base import Plugin


class Broken(Plugin):
    def decide(self, flow, verdict):
        super().decide(flow, verdict)
        self.say({"packet": self.number, "verdict": "drop"})


Broken().run()

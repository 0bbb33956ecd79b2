from base import Plugin


class Broken(Plugin):
    def decide(self, flow, verdict):
        self.say({"packet": self.number, "verdict": verdict, "at": self.number + 500})
        super().decide(flow, verdict)


Broken().run()

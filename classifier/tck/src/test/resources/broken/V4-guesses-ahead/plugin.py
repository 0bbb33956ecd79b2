from base import Plugin


class Broken(Plugin):
    def decide(self, flow, verdict):
        super().decide(flow, verdict)
        self.say({"seen": self.number + 40})


Broken().run()

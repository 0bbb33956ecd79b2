from base import Plugin


class Broken(Plugin):
    def decide(self, flow, verdict):
        print("frame", self.number, verdict)
        super().decide(flow, verdict)


Broken().run()

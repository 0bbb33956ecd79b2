from base import Plugin


class Broken(Plugin):
    def decide(self, flow, verdict):
        super().decide(flow, verdict)
        super().decide(flow, "allow" if verdict == "block" else "block")


Broken().run()

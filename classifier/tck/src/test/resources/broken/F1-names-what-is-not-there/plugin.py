from base import Plugin


class Broken(Plugin):
    def decide(self, flow, verdict):
        super().decide(flow, verdict)
        self.say({"community_id": "1:AAAAAAAAAAAAAAAAAAAAAAAAAAA=", "verdict": "block"})


Broken().run()

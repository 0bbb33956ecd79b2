from base import Plugin


class Broken(Plugin):
    def end(self):
        if self.number:
            self.say({"accuse": "192.0.2.77", "reason": "heard of it"})


Broken().run()

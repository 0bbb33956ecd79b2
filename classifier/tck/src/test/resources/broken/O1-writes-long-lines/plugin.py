from base import Plugin


class Broken(Plugin):
    def end(self):
        if self.number:
            self.say({"packet": 1, "verdict": "undecided", "evidence": "x" * 70_000})


Broken().run()

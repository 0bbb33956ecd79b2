from base import Plugin


class Broken(Plugin):
    def end(self):
        if self.number > 1:
            for i in range(1000):
                self.say({"debug": i})


Broken().run()

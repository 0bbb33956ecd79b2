from base import Plugin


class Broken(Plugin):
    def end(self):
        if self.number == 1:
            raise EOFError("no second frame")


Broken().run()

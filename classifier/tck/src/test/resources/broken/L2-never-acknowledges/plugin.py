from base import Plugin


class Broken(Plugin):
    def acknowledge(self):
        pass


Broken().run()

import time

from base import Plugin


class Broken(Plugin):
    def end(self):
        time.sleep(1000)


Broken().run()

import random

from base import Plugin


class Broken(Plugin):
    def verdict(self, flow, frame):
        return random.choice(["block", "allow"])


Broken().run()

from base import Plugin


class Broken(Plugin):
    def __init__(self):
        super().__init__()
        self.works = {work["sha256"] for work in self.configuration["rightsFeed"]}


Broken().run()

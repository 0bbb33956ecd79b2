from base import Plugin


class Broken(Plugin):
    def end(self):
        with open("cache.json", "w", encoding="utf-8") as file:
            file.write("{}")


Broken().run()

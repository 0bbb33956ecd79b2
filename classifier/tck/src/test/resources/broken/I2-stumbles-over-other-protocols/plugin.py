from base import Plugin


class Broken(Plugin):
    def look(self, frame, wire):
        if len(frame) >= 14 and frame[12:14] == b"\x88\xcc":
            raise ValueError("unknown EtherType 88cc")
        super().look(frame, wire)


Broken().run()

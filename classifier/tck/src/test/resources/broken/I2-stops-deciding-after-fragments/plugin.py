import struct

from base import Plugin


class Broken(Plugin):
    lost = False

    def look(self, frame, wire):
        if len(frame) >= 34 and frame[12:15] == b"\x08\x00\x45":
            self.lost |= struct.unpack_from("!H", frame, 20)[0] & 0x3FFF != 0
        if not self.lost:
            super().look(frame, wire)


Broken().run()

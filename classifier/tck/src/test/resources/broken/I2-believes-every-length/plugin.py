import struct

from base import Plugin


class Broken(Plugin):
    def look(self, frame, wire):
        if len(frame) == wire and len(frame) >= 34 and frame[12:14] == b"\x08\x00" and frame[23] == 17:
            if not struct.unpack_from("!H", frame, 20)[0] & 0x3FFF and frame[24:26] != b"\x00\x00":
                total = struct.unpack_from("!H", frame, 16)[0]
                frame[14 + total - 1]
        super().look(frame, wire)


Broken().run()

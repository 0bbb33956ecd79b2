import struct

from base import Plugin


class Broken(Plugin):
    def look(self, frame, wire):
        if wire >= 38 and len(frame) < wire:
            struct.unpack_from("!HH", frame, 34)
        super().look(frame, wire)


Broken().run()

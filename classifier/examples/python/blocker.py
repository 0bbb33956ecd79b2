"""Blocks flows to or from port 6881: a whole plugin, with the Python that Debian has."""

import json
import os
import struct
import sys

BLOCKED_PORT = 6881
lockstep = os.environ.get("DREYFUS_TIMING") == "lockstep"


def say(line):
    sys.stdout.write(json.dumps(line) + "\n")


def ports(frame):
    """The ports of an IPv4 packet of TCP or UDP; none for everything else."""
    if len(frame) < 34 or frame[12:14] != b"\x08\x00" or frame[23] not in (6, 17):
        return ()
    transport = 14 + 4 * (frame[14] & 15)
    if struct.unpack_from("!H", frame, 20)[0] & 0x1FFF or len(frame) < transport + 4:
        return ()
    return struct.unpack_from("!HH", frame, transport)


def main():
    packets = sys.stdin.buffer
    packets.read(24)
    decided = set()
    number = 0
    header = packets.read(16)
    while len(header) == 16:
        number += 1
        captured = struct.unpack("<IIII", header)[2]
        frame = packets.read(captured)
        flow = (frame[26:34], ports(frame))
        if BLOCKED_PORT in ports(frame) and flow not in decided:
            ends = frame[30:34] + frame[26:30], ports(frame)[::-1]
            decided.update((flow, ends))
            say({"packet": number, "verdict": "block", "protocol": "BitTorrent", "at": number})
        if lockstep:
            say({"seen": number})
            sys.stdout.flush()
        header = packets.read(16)


main()

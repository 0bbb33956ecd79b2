"""A correct plugin: blocks flows of UDP, names flows of TCP. What is hostile starts from here."""

import json
import os
import struct
import sys

RSYNC = 873


def say(line):
    sys.stdout.write(json.dumps(line) + "\n")


def options():
    with open(os.environ["DREYFUS_CONFIGURATION"], encoding="utf-8") as file:
        return json.load(file)["options"]


def transport(frame):
    """Protocol and ports of an IPv4 packet; 0 and none for others."""
    if len(frame) < 34 or frame[12:14] != b"\x08\x00":
        return 0, ()
    at = 14 + 4 * (frame[14] & 15)
    if frame[23] not in (6, 17) or len(frame) < at + 4:
        return frame[23], ()
    return frame[23], struct.unpack_from("!HH", frame, at)


def run(misbehave=lambda number: None):
    """Calls misbehave at the first packet of a session with rsync; behaves otherwise."""
    packets = sys.stdin.buffer
    packets.read(24)
    said = set()
    number = 0
    tempted = False
    header = packets.read(16)
    while len(header) == 16:
        number += 1
        frame = packets.read(struct.unpack("<IIII", header)[2])
        protocol, ports = transport(frame)
        if RSYNC in ports and not tempted:
            tempted = True
            misbehave(number)
        flow = (frozenset((frame[26:30], frame[30:34])), frozenset(ports), protocol)
        if ports and flow not in said:
            said.add(flow)
            if protocol == 17:
                say({"packet": number, "verdict": "block", "protocol": "DNS", "at": number})
            else:
                say({"packet": number, "protocol": "TCP", "at": number})
        say({"seen": number})
        sys.stdout.flush()
        header = packets.read(16)

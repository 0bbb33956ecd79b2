"""A correct plugin, to be broken in one place: decides by port, scores, speaks both timings."""

import json
import os
import struct
import sys


class Plugin:
    def __init__(self):
        self.lockstep = os.environ["DREYFUS_TIMING"] == "lockstep"
        self.packets = sys.stdin.buffer
        self.number = 0
        self.decided = set()
        with open(os.environ["DREYFUS_CONFIGURATION"], encoding="utf-8") as file:
            self.configuration = json.load(file)

    def say(self, line):
        sys.stdout.write(json.dumps(line) + "\n")

    def run(self):
        self.packets.read(24)
        header = self.packets.read(16)
        while len(header) == 16:
            captured, wire = struct.unpack("<IIII", header)[2:]
            self.number += 1
            self.look(self.packets.read(captured), wire)
            if self.lockstep:
                self.acknowledge()
            header = self.packets.read(16)
        self.end()
        sys.stdout.flush()

    def acknowledge(self):
        self.say({"seen": self.number})
        sys.stdout.flush()

    def look(self, frame, wire):
        flow = self.flow(frame)
        if flow and flow not in self.decided:
            verdict = self.verdict(flow, frame)
            if verdict:
                self.decided.add(flow)
                self.decide(flow, verdict)

    def decide(self, flow, verdict):
        self.say({"packet": self.number, "verdict": verdict, "at": self.number, "score": 0.5})

    def verdict(self, flow, frame):
        if 6881 in flow[0][1:] + flow[1][1:]:
            return "block"
        return "allow" if 80 in (flow[0][1], flow[1][1]) else None

    def flow(self, frame):
        """Both ends and the protocol, of whole IPv4 headers of TCP and UDP; none for all else."""
        if len(frame) < 34 or frame[12:14] != b"\x08\x00" or frame[14] >> 4 != 4:
            return None
        header = 4 * (frame[14] & 15)
        total, fragment = struct.unpack_from("!H2xH", frame, 16)
        least = {6: 20, 17: 8}.get(frame[23])
        if not least or header < 20 or fragment & 0x1FFF or total < header + least:
            return None
        if len(frame) < 14 + header + least:
            return None
        source, destination = struct.unpack_from("!HH", frame, 14 + header)
        ends = sorted([(frame[26:30], source), (frame[30:34], destination)])
        return ends[0], ends[1], frame[23]

    def end(self):
        pass

"""Sends TCP connection requests from this host's own address, evenly paced: TARGET PORT RATE COUNT.

Prints how many milliseconds that took.
"""
import random
import socket
import struct
import sys
import time

target, port, rate, count = sys.argv[1], *map(int, sys.argv[2:])


def checksum(data):
    total = sum(struct.unpack(f"!{len(data) // 2}H", data))
    total = (total & 0xFFFF) + (total >> 16)
    return ~(total + (total >> 16)) & 0xFFFF


def request(source, from_port):
    header = struct.pack(
        "!HHIIBBHHH", from_port, port, random.getrandbits(32), 0, 5 << 4, 0x02, 65535, 0, 0
    )
    pseudo = socket.inet_aton(source) + socket.inet_aton(target) + struct.pack("!BBH", 0, 6, 20)
    return header[:16] + struct.pack("!H", checksum(pseudo + header)) + header[18:]


with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
    probe.connect((target, port))
    own = probe.getsockname()[0]
segments = [request(own, 20_000 + number % 40_000) for number in range(count)]
wire = socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_TCP)
begin = time.perf_counter()
for number, segment in enumerate(segments):
    while time.perf_counter() < begin + number / rate:
        pass
    wire.sendto(segment, (target, 0))
print(round((time.perf_counter() - begin) * 1000))

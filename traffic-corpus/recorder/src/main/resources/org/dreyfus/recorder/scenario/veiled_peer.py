"""One node of a network that passes files from peer to peer, link by link, unreadable.

PROFILE ROLE OWN PORT FILE [NEXT]: role hold (has the file), relay (passes on between whoever calls and
NEXT), fetch (asks NEXT). Profiles say how a network looks from outside; see veil.py for what it is not.
"""
import hashlib
import os
import socket
import struct
import sys
import time

import veil

PROFILES = {
    # TCP, an RSA-sized hello, messages of some hundred bytes to two kilobytes: MUTE 0.5.
    "mute": {"tcp": True, "hello": 344, "chunk": 1_800, "gap": 0.01, "padding": 0},
    # UDP, padded datagrams, blocks of one kilobyte to a packet: Freenet 0.7.
    "freenet": {"tcp": False, "chunk": 1_024, "gap": 0.01, "padding": 64},
    # TCP, a large hello, large blocks: Perfect Dark.
    "perfect-dark": {"tcp": True, "hello": 712, "chunk": 8_192, "gap": 0.02, "padding": 0},
    # UDP, two bytes that count and one that says what it is: Skype's start of message.
    "skype": {"tcp": False, "chunk": 1_300, "gap": 0.01, "padding": 24},
}
SKYPE_KINDS = {0: 0x02, 1: 0x0D, 2: 0x07}

name, role, own, port, file, *following = sys.argv[1:]
profile, port = PROFILES[name], int(port)


def head(kind):
    """Skype's two-byte identifier and function byte (Bonfiglio et al., SIGCOMM 2007, section 3.2)."""
    return os.urandom(2) + bytes([SKYPE_KINDS[kind] | (os.urandom(1)[0] & 0x70)])


def call():
    address, there = following[0].rsplit(":", 1)
    if profile["tcp"]:
        return veil.TcpLink(veil.connect(address, int(there)), True, profile["hello"])
    wire = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    wire.bind((own, port + 1 if role == "relay" else port))
    return udp(wire, (address, int(there)), True)


def answer():
    if profile["tcp"]:
        listener = socket.create_server((own, port))
        return veil.TcpLink(listener.accept()[0], False, profile["hello"])
    wire = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    wire.bind((own, port))
    return udp(wire, None, False)


def udp(wire, peer, calls):
    plain = {} if name != "skype" else {"head": head}
    return veil.UdpLink(wire, peer, calls, profile["padding"], **plain)


def hold():
    link = answer()
    link.receive()
    with open(file, "rb") as film:
        content = film.read()
    link.send(struct.pack("!I", len(content)) + hashlib.sha1(content).digest())
    for at in range(0, len(content), profile["chunk"]):
        link.send(content[at : at + profile["chunk"]])
        time.sleep(profile["gap"])


def relay():
    near = answer()
    request = near.receive()
    far = call()
    far.send(request)
    size_frame = far.receive()
    near.send(size_frame)
    left = struct.unpack("!I", size_frame[:4])[0]
    while left:
        chunk = far.receive()
        near.send(chunk)
        left -= len(chunk)


def fetch():
    link = call()
    link.send(os.urandom(20) + b"\0" * 44)
    size_frame = link.receive()
    content, size = b"", struct.unpack("!I", size_frame[:4])[0]
    while len(content) < size:
        content += link.receive()
    if hashlib.sha1(content).digest() != size_frame[4:]:
        raise SystemExit("what came is not what was sent")
    with open(file + ".part", "wb") as out:
        out.write(content)
    os.rename(file + ".part", file)


{"hold": hold, "relay": relay, "fetch": fetch}[role]()
time.sleep(3)

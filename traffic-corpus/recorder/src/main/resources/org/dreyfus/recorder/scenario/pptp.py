"""PPTP (RFC 2637): control connection on TCP 1723, PPP inside enhanced GRE, MPPE (RFC 3078).

server|client OWN-ADDRESS PEER-ADDRESS INNER-OWN INNER-PEER KEY

The key stands in for what MS-CHAPv2 would have derived (RFC 3079); CHAP itself is not spoken.
"""
import hashlib
import os
import select
import socket
import struct
import sys

import tun

ROLE, OWN, PEER, INNER_OWN, INNER_PEER, SECRET = sys.argv[1:]
MAGIC = 0x1A2B3C4D
CALLS = {"server": 0x4A01, "client": 0x2B01}
HERE, THERE = CALLS[ROLE], CALLS["client" if ROLE == "server" else "server"]
IP, MPPE, LCP, IPCP, CCP = 0x0021, 0x00FD, 0xC021, 0x8021, 0x80FD


def control(kind, body):
    return struct.pack("!HHIHH", 12 + len(body), 1, MAGIC, kind, 0) + body


def start(request):
    """Start-Control-Connection-Request and -Reply: sections 2.1 and 2.2."""
    result = b"\0\0" if request else b"\1\0"
    tail = struct.pack("!IIHH", 3, 3, 0, 1) + b"lab".ljust(64, b"\0") + b"lab".ljust(64, b"\0")
    return control(1 if request else 2, b"\1\0" + result + tail)


def outgoing_call():
    """Outgoing-Call-Request: section 2.7."""
    head = struct.pack("!HHIIIIHHHH", HERE, 1, 300, 100_000_000, 3, 3, 64, 0, 0, 0)
    return control(7, head + b"\0" * 128)


def call_reply():
    """Outgoing-Call-Reply: section 2.8."""
    return control(8, struct.pack("!HHBBHIHHI", HERE, THERE, 1, 0, 0, 100_000_000, 64, 0, 0))


def link_info():
    """Set-Link-Info: section 2.15."""
    return control(15, struct.pack("!HHII", THERE, 0, 0xFFFFFFFF, 0xFFFFFFFF))


def receive(connection, kind):
    head = connection.recv(12, socket.MSG_WAITALL)
    length, _, magic, got, _ = struct.unpack("!HHIHH", head)
    connection.recv(length - 12, socket.MSG_WAITALL)
    if magic != MAGIC or got != kind:
        raise SystemExit(f"expected control message {kind}, got {got}")


def rc4(key, data):
    state, j = list(range(256)), 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) & 255
        state[i], state[j] = state[j], state[i]
    out, i, j = bytearray(), 0, 0
    for byte in data:
        i = (i + 1) & 255
        j = (j + state[i]) & 255
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) & 255])
    return bytes(out)


class Mppe:
    """Stateless 128-bit MPPE: the key changes with every packet (RFC 3078)."""

    def __init__(self, label):
        self.first = hashlib.sha1(SECRET.encode() + label).digest()[:16]
        self.key, self.count = self.first, -1

    def advance(self):
        mixed = hashlib.sha1(self.first + bytes(40) + self.key + b"\xf2" * 40).digest()[:16]
        self.key, self.count = rc4(mixed, mixed), (self.count + 1) & 0xFFF

    def seal(self, packet):
        self.advance()
        return struct.pack("!H", 0x9000 | self.count) + rc4(self.key, packet)

    def unseal(self, data):
        count = struct.unpack("!H", data[:2])[0] & 0xFFF
        while self.count != count:
            self.advance()
        return rc4(self.key, data[2:])


class Gre:
    """Enhanced GRE: RFC 2637, section 4.1."""

    def __init__(self):
        self.wire = socket.socket(socket.AF_INET, socket.SOCK_RAW, 47)
        self.wire.bind((OWN, 0))
        self.sequence, self.seen = 0, 0

    def send(self, protocol, body):
        frame = struct.pack("!BBH", 0xFF, 0x03, protocol) + body
        head = struct.pack("!HHHHII", 0x3081, 0x880B, len(frame), THERE, self.sequence, self.seen)
        self.sequence += 1
        self.wire.sendto(head + frame, (PEER, 0))

    def receive(self):
        packet = self.wire.recv(4096)
        data = packet[(packet[0] & 15) * 4 :]
        flags, _, length, call = struct.unpack("!HHHH", data[:8])
        if call != HERE:
            return 0, b""
        at = 8
        if flags & 0x1000:
            self.seen, at = struct.unpack("!I", data[at : at + 4])[0], at + 4
        if flags & 0x0080:
            at += 4
        frame = data[at : at + length]
        return struct.unpack("!H", frame[2:4])[0], frame[4:]


def negotiate(gre):
    """LCP, CCP and IPCP as RFC 1661, 1962 and 1332 have them: each side asks, each acknowledges."""
    options = {
        LCP: b"\1\4" + struct.pack("!H", 1400) + b"\5\6" + os.urandom(4),
        CCP: b"\x12\6\1\0\0\x40",
        IPCP: b"\3\6" + socket.inet_aton(INNER_OWN),
    }
    for protocol, option in options.items():
        gre.send(protocol, struct.pack("!BBH", 1, 1, 4 + len(option)) + option)
        agreed = set()
        while agreed != {"own", "peer"}:
            got, body = gre.receive()
            if got != protocol:
                continue
            if body[0] == 1:
                gre.send(protocol, b"\2" + body[1:])
                agreed.add("peer")
            elif body[0] == 2:
                agreed.add("own")


def carry(gre, device):
    labels = (b"s", b"c") if ROLE == "server" else (b"c", b"s")
    out, back = (Mppe(label) for label in labels)
    while True:
        for ready in select.select([device, gre.wire], [], [])[0]:
            if ready == device:
                packet = struct.pack("!H", IP) + os.read(device, 2048)
                gre.send(MPPE, out.seal(packet))
            else:
                protocol, body = gre.receive()
                if protocol == MPPE:
                    os.write(device, back.unseal(body)[2:])


def serve(gre):
    listener = socket.create_server((OWN, 1723))
    connection = listener.accept()[0]
    receive(connection, 1)
    connection.sendall(start(False))
    receive(connection, 7)
    connection.sendall(call_reply())
    receive(connection, 15)
    connection.sendall(link_info())
    return connection


def call():
    connection = socket.create_connection((PEER, 1723), timeout=30)
    connection.sendall(start(True))
    receive(connection, 2)
    connection.sendall(outgoing_call())
    receive(connection, 8)
    connection.sendall(link_info())
    receive(connection, 15)
    return connection


gre = Gre()
control_connection = serve(gre) if ROLE == "server" else call()
negotiate(gre)
device = tun.open_device(INNER_OWN, INNER_PEER, 1400)
print("READY", flush=True)
carry(gre, device)

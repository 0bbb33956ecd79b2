"""L2TP version 2 (RFC 2661) on UDP 1701, with plain PPP inside.

server|client OWN-ADDRESS PEER-ADDRESS INNER-OWN INNER-PEER
"""
import os
import select
import socket
import struct
import sys

import tun

ROLE, OWN, PEER, INNER_OWN, INNER_PEER = sys.argv[1:]
TUNNEL, SESSION = (0x1A01, 0x0B01) if ROLE == "server" else (0x2A01, 0x0C01)
SCCRQ, SCCRP, SCCCN, ICRQ, ICRP, ICCN = 1, 2, 3, 10, 11, 12
IP, LCP, IPCP = 0x0021, 0xC021, 0x8021


def avp(kind, value):
    """Attribute-value pair, mandatory: section 4.1."""
    return struct.pack("!HHH", 0x8000 | 6 + len(value), 0, kind) + value


def word(value):
    return struct.pack("!H", value)


CONNECT = [
    avp(2, b"\1\0"),
    avp(3, struct.pack("!I", 3)),
    avp(7, b"lab.example.test"),
    avp(9, word(TUNNEL)),
    avp(10, word(8)),
]
BODIES = {
    SCCRQ: CONNECT,
    SCCRP: CONNECT,
    SCCCN: [],
    ICRQ: [avp(14, word(SESSION)), avp(15, struct.pack("!I", 1))],
    ICRP: [avp(14, word(SESSION))],
    ICCN: [avp(24, struct.pack("!I", 100_000_000)), avp(19, struct.pack("!I", 3))],
}


class Link:
    """One tunnel with one session: control messages in turn, then data."""

    def __init__(self):
        self.wire = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.wire.bind((OWN, 1701))
        self.wire.connect((PEER, 1701))
        self.sent, self.seen, self.tunnel, self.session = 0, 0, 0, 0

    def control(self, kind):
        body = b"".join([avp(0, word(kind)), *BODIES[kind]])
        self.emit(body)
        self.sent += 1

    def emit(self, body):
        session = self.session if body else 0
        head = (0xC802, 12 + len(body), self.tunnel, session, self.sent, self.seen)
        self.wire.send(struct.pack("!HHHHHH", *head) + body)

    def expect(self, kind):
        """Waits for a control message, notes the ids it assigns, and acknowledges it."""
        while True:
            data = self.wire.recv(2048)
            if data[0] & 0x80 and len(data) > 12:
                break
        got, assigned = self.parse(data[12:])
        if got != kind:
            raise SystemExit(f"expected control message {kind}, got {got}")
        self.tunnel = assigned.get(9, self.tunnel)
        self.session = assigned.get(14, self.session)
        self.seen += 1

    @staticmethod
    def parse(body):
        kind, assigned = 0, {}
        while body:
            length, _, attribute = struct.unpack("!HHH", body[:6])
            length &= 0x3FF
            value = body[6:length]
            if attribute == 0:
                kind = struct.unpack("!H", value)[0]
            elif len(value) == 2:
                assigned[attribute] = struct.unpack("!H", value)[0]
            body = body[length:]
        return kind, assigned

    def acknowledge(self):
        """Zero-length body: section 5.8."""
        self.emit(b"")

    def send(self, protocol, body):
        head = struct.pack("!HHH", 0x0002, self.tunnel, self.session)
        self.wire.send(head + struct.pack("!BBH", 0xFF, 0x03, protocol) + body)

    def receive(self):
        data = self.wire.recv(4096)
        if data[0] & 0x80:
            return 0, b""
        return struct.unpack("!H", data[8:10])[0], data[10:]


def open_session(link):
    if ROLE == "client":
        for kind, answer in ((SCCRQ, SCCRP), (SCCCN, None), (ICRQ, ICRP), (ICCN, None)):
            link.control(kind)
            if answer:
                link.expect(answer)
        return
    for kind, answer in ((SCCRQ, SCCRP), (SCCCN, None), (ICRQ, ICRP), (ICCN, None)):
        link.expect(kind)
        link.control(answer) if answer else link.acknowledge()


def negotiate(link):
    """LCP and IPCP (RFC 1661, RFC 1332): each side asks, each acknowledges."""
    for protocol, option in (
        (LCP, b"\1\4" + word(1400) + b"\5\6" + os.urandom(4)),
        (IPCP, b"\3\6" + socket.inet_aton(INNER_OWN)),
    ):
        link.send(protocol, struct.pack("!BBH", 1, 1, 4 + len(option)) + option)
        agreed = set()
        while agreed != {"own", "peer"}:
            got, body = link.receive()
            if got != protocol:
                continue
            if body[0] == 1:
                link.send(protocol, b"\2" + body[1:])
            agreed.add("peer" if body[0] == 1 else "own")


def carry(link, device):
    while True:
        for ready in select.select([device, link.wire], [], [])[0]:
            if ready == device:
                link.send(IP, os.read(device, 2048))
            else:
                protocol, body = link.receive()
                if protocol == IP:
                    os.write(device, body)


tunnel = Link()
open_session(tunnel)
negotiate(tunnel)
tun_device = tun.open_device(INNER_OWN, INNER_PEER, 1400)
print("READY", flush=True)
carry(tunnel, tun_device)

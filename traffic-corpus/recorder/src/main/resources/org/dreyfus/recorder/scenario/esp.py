"""IPsec without UDP around it: IKEv2 (RFC 7296) on UDP 500, then ESP (RFC 4303) as IP protocol 50.

server|client OWN-ADDRESS PEER-ADDRESS INNER-OWN INNER-PEER PRE-SHARED-KEY

Suite: X25519 (RFC 8031), PRF-HMAC-SHA-256, AES-128-GCM for IKE (RFC 5282) and ESP (RFC 4106), tunnel
mode. Not spoken: cookies, retransmission, rekeying, deletion.
"""
import hashlib
import hmac
import os
import select
import socket
import struct
import sys

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

import tun

ROLE, OWN, PEER, INNER_OWN, INNER_PEER, SECRET = sys.argv[1:]
INITIATOR = ROLE == "client"
SA, KE, IDI, IDR, AUTH, NONCE, TSI, TSR, SK = 33, 34, 35, 36, 39, 40, 44, 45, 46
SA_INIT, IKE_AUTH = 34, 35


def prf(key, data):
    return hmac.new(key, data, hashlib.sha256).digest()


def prf_plus(key, seed, length):
    """RFC 7296, section 2.13."""
    out, block, number = b"", b"", 1
    while len(out) < length:
        block = prf(key, block + seed + bytes([number]))
        out, number = out + block, number + 1
    return out[:length]


def chain(payloads):
    """Payloads with generic headers: section 3.2. Returns the first type and the bytes."""
    out = b""
    for (_, body), following in zip(payloads, [kind for kind, _ in payloads[1:]] + [0]):
        out += struct.pack("!BBH", following, 0, 4 + len(body)) + body
    return payloads[0][0], out


def parse(kind, data):
    found = {}
    while kind:
        following, _, length = struct.unpack("!BBH", data[:4])
        found[kind] = data[4:length]
        kind, data = following, data[length:]
    return found


def transform(last, kind, number, key_bits=0):
    attribute = struct.pack("!HH", 0x800E, key_bits) if key_bits else b""
    return struct.pack("!BBHBBH", 0 if last else 3, 0, 8 + len(attribute), kind, 0, number) + attribute


def proposal(protocol, spi, transforms):
    body = b"".join(transforms)
    head = struct.pack("!BBHBBBB", 0, 0, 8 + len(spi) + len(body), 1, protocol, len(spi), len(transforms))
    return head + spi + body


IKE_SUITE = [transform(False, 1, 20, 128), transform(False, 2, 5), transform(True, 4, 31)]
ESP_SUITE = [transform(False, 1, 20, 128), transform(True, 5, 0)]


def header(spi_i, spi_r, first, exchange, message, length):
    flags = (0x08 if INITIATOR else 0) | (0 if INITIATOR else 0x20)
    return spi_i + spi_r + struct.pack("!BBBBII", first, 0x20, exchange, flags, message, length)


def selector(address):
    """One traffic selector for one address: section 3.13."""
    octets = socket.inet_aton(address)
    return b"\1\0\0\0" + struct.pack("!BBHHH", 7, 0, 16, 0, 65535) + octets + octets


class Ike:
    """Both exchanges of an IKE SA, from one side."""

    def __init__(self):
        self.wire = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.wire.bind((OWN, 500))
        self.wire.connect((PEER, 500))
        self.private = X25519PrivateKey.generate()
        self.nonce, self.spi, self.esp_spi = os.urandom(32), os.urandom(8), os.urandom(4)

    def agree(self):
        public = self.private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
        mine = [
            (SA, proposal(1, b"", IKE_SUITE)),
            (KE, struct.pack("!HH", 31, 0) + public),
            (NONCE, self.nonce),
        ]
        if INITIATOR:
            own = self.init_message(self.spi, bytes(8), mine)
            self.wire.send(own)
            data = self.wire.recv(4096)
            self.spi_i, self.spi_r = self.spi, data[8:16]
        else:
            data = self.wire.recv(4096)
            self.spi_i, self.spi_r = data[:8], self.spi
            own = self.init_message(self.spi_i, self.spi_r, mine)
            self.wire.send(own)
        self.own_init, self.peer_init = own, data
        self.derive(parse(data[16], data[28:]))

    def init_message(self, spi_i, spi_r, payloads):
        first, body = chain(payloads)
        return header(spi_i, spi_r, first, SA_INIT, 0, 28 + len(body)) + body

    def derive(self, peer):
        """RFC 7296, section 2.14."""
        shared = self.private.exchange(X25519PublicKey.from_public_bytes(peer[KE][4:]))
        self.peer_nonce = peer[NONCE]
        nonces = (self.nonce, self.peer_nonce) if INITIATOR else (self.peer_nonce, self.nonce)
        self.nonces = nonces[0] + nonces[1]
        seed = prf(self.nonces, shared)
        keys = prf_plus(seed, self.nonces + self.spi_i + self.spi_r, 32 + 2 * 20 + 2 * 32)
        self.sk_d = keys[:32]
        self.sk_e = {True: keys[32:52], False: keys[52:72]}
        self.sk_p = {True: keys[72:104], False: keys[104:136]}

    def authentication(self, initiator, message, nonce, identity):
        """Shared-key message integrity code: section 2.15."""
        signed = message + nonce + prf(self.sk_p[initiator], identity)
        return b"\2\0\0\0" + prf(prf(SECRET.encode(), b"Key Pad for IKEv2"), signed)

    def authenticate(self):
        identity = b"\1\0\0\0" + socket.inet_aton(OWN)
        selectors = (INNER_OWN, INNER_PEER) if INITIATOR else (INNER_PEER, INNER_OWN)
        mine = [
            (IDI if INITIATOR else IDR, identity),
            (AUTH, self.authentication(INITIATOR, self.own_init, self.peer_nonce, identity)),
            (SA, proposal(3, self.esp_spi, ESP_SUITE)),
            (TSI, selector(selectors[0])),
            (TSR, selector(selectors[1])),
        ]
        if INITIATOR:
            self.send(mine)
            peer = self.receive()
        else:
            peer = self.receive()
            self.send(mine)
        expected = self.authentication(
            not INITIATOR, self.peer_init, self.nonce, peer[IDR if INITIATOR else IDI]
        )
        if peer[AUTH] != expected:
            raise SystemExit("the peer does not know the key")
        return peer[SA][8:12]

    def send(self, payloads):
        first, body = chain(payloads)
        key, vector = self.sk_e[INITIATOR], os.urandom(8)
        length = 28 + 4 + 8 + len(body) + 1 + 16
        head = header(self.spi_i, self.spi_r, SK, IKE_AUTH, 1, length)
        generic = struct.pack("!BBH", first, 0, length - 28)
        sealed = AESGCM(key[:16]).encrypt(key[16:] + vector, body + b"\0", head + generic)
        self.wire.send(head + generic + vector + sealed)

    def receive(self):
        data = self.wire.recv(4096)
        key = self.sk_e[not INITIATOR]
        opened = AESGCM(key[:16]).decrypt(key[16:] + data[32:40], data[40:], data[:32])
        return parse(data[28], opened[:-1])


class Esp:
    """One security association each way: RFC 4303 with RFC 4106."""

    def __init__(self, ike, peer_spi):
        keys = prf_plus(ike.sk_d, ike.nonces, 40)
        mine, others = (keys[:20], keys[20:]) if INITIATOR else (keys[20:], keys[:20])
        self.out, self.out_salt = AESGCM(mine[:16]), mine[16:]
        self.back, self.back_salt = AESGCM(others[:16]), others[16:]
        self.spi, self.peer_spi, self.sequence = ike.esp_spi, peer_spi, 0
        self.wire = socket.socket(socket.AF_INET, socket.SOCK_RAW, 50)
        self.wire.bind((OWN, 0))

    def send(self, packet):
        self.sequence += 1
        pad = -(len(packet) + 2) % 4
        inner = packet + bytes(range(1, pad + 1)) + bytes([pad, 4])
        head = self.peer_spi + struct.pack("!I", self.sequence)
        vector = struct.pack("!Q", self.sequence)
        sealed = self.out.encrypt(self.out_salt + vector, inner, head)
        self.wire.sendto(head + vector + sealed, (PEER, 0))

    def receive(self):
        packet = self.wire.recv(4096)
        data = packet[(packet[0] & 15) * 4 :]
        if data[:4] != self.spi:
            return b""
        inner = self.back.decrypt(self.back_salt + data[8:16], data[16:], data[:8])
        return inner[: len(inner) - 2 - inner[-2]]


def carry(esp, device):
    while True:
        for ready in select.select([device, esp.wire], [], [])[0]:
            if ready == device:
                esp.send(os.read(device, 2048))
            else:
                packet = esp.receive()
                if packet:
                    os.write(device, packet)


ike = Ike()
ike.agree()
esp = Esp(ike, ike.authenticate())
device = tun.open_device(INNER_OWN, INNER_PEER, 1380)
print("READY", flush=True)
carry(esp, device)

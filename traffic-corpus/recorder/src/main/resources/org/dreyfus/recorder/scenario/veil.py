"""Links that hide what they carry: every byte after the hello looks random.

Keys come from an X25519 exchange (RFC 7748); frames are sealed with AES-128-GCM. This is no network's
own cipher: it gives the sizes, times and randomness that a profile asks for, and nothing else.
"""
import hashlib
import os
import socket
import struct
import time

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CTR
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat


def exchange():
    private = X25519PrivateKey.generate()
    return private, private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)


def shared_key(private, public, label):
    secret = private.exchange(X25519PublicKey.from_public_bytes(public))
    return hashlib.sha256(secret + label).digest()[:16]


def padding(most):
    return os.urandom(int.from_bytes(os.urandom(2), "big") % (most + 1))


class TcpLink:
    """A stream cipher over a connection; a frame is its length and its bytes."""

    def __init__(self, connection, calls, hello):
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.connection = connection
        private, public = exchange()
        if calls:
            connection.sendall(public + os.urandom(hello - 32))
            peer = self.take(hello)[:32]
        else:
            peer = self.take(hello)[:32]
            connection.sendall(public + os.urandom(hello - 32))
        labels = (b"call", b"answer") if calls else (b"answer", b"call")
        self.out, self.back = (self.stream(private, peer, label) for label in labels)

    @staticmethod
    def stream(private, peer, label):
        return Cipher(AES(shared_key(private, peer, label)), CTR(bytes(16))).encryptor()

    def take(self, count):
        data = self.connection.recv(count, socket.MSG_WAITALL)
        if len(data) < count:
            raise EOFError("the peer hung up")
        return data

    def send(self, frame):
        self.connection.sendall(self.out.update(struct.pack("!I", len(frame)) + frame))

    def receive(self):
        length = struct.unpack("!I", self.back.update(self.take(4)))[0]
        return self.back.update(self.take(length))


class UdpLink:
    """Sealed datagrams, each acknowledged before the next is sent, padded at random.

    `head` gives the bytes in the clear that a network puts before everything, if any.
    """

    def __init__(self, wire, peer, calls, most_padding, head=lambda kind: b""):
        self.wire, self.peer, self.most, self.head = wire, peer, most_padding, head
        self.sent, self.seen, self.cut = 0, 0, len(head(0))
        private, public = exchange()
        if calls:
            self.emit(0, public + padding(most_padding))
        data, self.peer = self.wire.recvfrom(2048)
        if not calls:
            self.emit(0, public + padding(most_padding))
        key = shared_key(private, data[self.cut : self.cut + 32], b"datagrams")
        self.box = AESGCM(key)

    def emit(self, kind, data):
        self.wire.sendto(self.head(kind) + data, self.peer)

    def seal(self, kind, number, body):
        vector = os.urandom(12)
        plain = struct.pack("!BIH", kind, number, len(body)) + body + padding(self.most)
        self.emit(kind, vector + self.box.encrypt(vector, plain, None))

    def open(self):
        data = self.wire.recv(2048)[self.cut :]
        plain = self.box.decrypt(data[:12], data[12:], None)
        kind, number, length = struct.unpack("!BIH", plain[:7])
        return kind, number, plain[7 : 7 + length]

    def send(self, frame):
        self.sent += 1
        self.wire.settimeout(2)
        for _ in range(10):
            self.seal(1, self.sent, frame)
            try:
                kind, number, _ = self.open()
            except socket.timeout:
                continue
            if kind == 2 and number == self.sent:
                self.wire.settimeout(None)
                return
        raise TimeoutError("nobody acknowledges")

    def receive(self):
        while True:
            kind, number, frame = self.open()
            if kind == 1:
                self.seal(2, number, b"")
                if number > self.seen:
                    self.seen = number
                    return frame


def connect(address, port):
    """Calls until somebody answers, ten seconds at most."""
    for _ in range(50):
        try:
            return socket.create_connection((address, port))
        except ConnectionRefusedError:
            time.sleep(0.2)
    raise TimeoutError(f"nobody listens on {address} port {port}")

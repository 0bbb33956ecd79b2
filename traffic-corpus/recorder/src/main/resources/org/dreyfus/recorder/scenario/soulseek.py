"""The Soulseek network, as the notes of the Museek and Nicotine projects describe its messages.

server OWN                         log-in, ports, search, addresses, requests to connect back
share OWN NAME FILE SERVER [indirect]   has a file; with `indirect` nobody can call it
fetch OWN NAME QUERY FILE SERVER   searches, queues the file, takes it

All integers are little-endian. A message is its length, its code (four bytes; one byte for the first
message of a peer connection) and its fields; a string is its length and its bytes.
"""
import hashlib
import ipaddress
import os
import socket
import struct
import sys
import threading
import time
import zlib

SERVER_PORT, SHARE_PORT, FETCH_PORT = 2240, 2234, 5534
LOGIN, WAIT_PORT, PEER_ADDRESS, CONNECT_TO_PEER, SEARCH, SHARED = 1, 2, 3, 18, 26, 35
PIERCE, PEER_INIT = 0, 1
SEARCH_REPLY, TRANSFER, TRANSFER_REPLY, QUEUE = 9, 40, 41, 43


def number(value):
    return struct.pack("<I", value)


def text(value):
    data = value.encode()
    return number(len(data)) + data


def message(code, *fields):
    body = number(code) + b"".join(fields)
    return number(len(body)) + body


def opening(code, *fields):
    """The first message of a peer connection has a code of one byte."""
    body = bytes([code]) + b"".join(fields)
    return number(len(body)) + body


class Reader:
    def __init__(self, data):
        self.data, self.at = data, 0

    def number(self):
        self.at += 4
        return struct.unpack("<I", self.data[self.at - 4 : self.at])[0]

    def text(self):
        length = self.number()
        self.at += length
        return self.data[self.at - length : self.at].decode()


def take(wire, count):
    data = wire.recv(count, socket.MSG_WAITALL)
    if len(data) < count:
        raise EOFError
    return data


def receive(wire):
    body = take(wire, struct.unpack("<I", take(wire, 4))[0])
    return struct.unpack("<I", body[:4])[0], Reader(body[4:])


def receive_opening(wire):
    body = take(wire, struct.unpack("<I", take(wire, 4))[0])
    return body[0], Reader(body[1:])


def address_bytes(address):
    return number(int(ipaddress.ip_address(address)))


class Server:
    def __init__(self, own):
        self.users, self.listener = {}, socket.create_server((own, SERVER_PORT))

    def run(self):
        while True:
            wire, peer = self.listener.accept()
            threading.Thread(target=self.session, args=(wire, peer[0]), daemon=True).start()

    def session(self, wire, address):
        user = ""
        try:
            while True:
                code, fields = receive(wire)
                if code == LOGIN:
                    user = fields.text()
                    self.users[user] = {"wire": wire, "address": address, "port": 0}
                    digest = hashlib.md5(b"lab").hexdigest()
                    wire.sendall(
                        message(LOGIN, b"\1", text("welcome"), address_bytes(address), text(digest))
                    )
                else:
                    self.answer(wire, user, code, fields)
        except EOFError:
            return

    def answer(self, wire, user, code, fields):
        if code == WAIT_PORT:
            self.users[user]["port"] = fields.number()
        elif code == PEER_ADDRESS:
            other = fields.text()
            known = self.users[other]
            place = address_bytes(known["address"]) + number(known["port"])
            wire.sendall(message(PEER_ADDRESS, text(other), place))
        elif code == SEARCH:
            ticket, query = fields.number(), fields.text()
            for name, other in self.users.items():
                if name != user:
                    other["wire"].sendall(message(SEARCH, text(user), number(ticket), text(query)))
        elif code == CONNECT_TO_PEER:
            token, other, kind = fields.number(), fields.text(), fields.text()
            known = self.users[user]
            place = address_bytes(known["address"]) + number(known["port"])
            request = message(CONNECT_TO_PEER, text(user), text(kind), place, number(token))
            self.users[other]["wire"].sendall(request)


def log_in(own, name, server, port):
    wire = socket.create_connection((server, SERVER_PORT), timeout=60)
    password = "lab-password"
    digest = hashlib.md5((name + password).encode()).hexdigest()
    version = number(160) + text(digest) + number(1)
    wire.sendall(message(LOGIN, text(name), text(password), version))
    code, _ = receive(wire)
    if code != LOGIN:
        raise SystemExit("no log-in")
    wire.sendall(message(WAIT_PORT, number(port)))
    return wire


def peer_address(wire, name):
    wire.sendall(message(PEER_ADDRESS, text(name)))
    while True:
        code, fields = receive(wire)
        if code == PEER_ADDRESS:
            fields.text()
            return str(ipaddress.ip_address(fields.number())), fields.number()


class Sharer:
    def __init__(self, own, name, file, server, indirect):
        self.name, self.file, self.indirect = name, file, indirect
        self.shown = "music\\" + os.path.basename(file)
        self.places = {}
        self.size = os.path.getsize(file)
        port = 0 if indirect else SHARE_PORT
        self.server = log_in(own, name, server, port)
        self.server.sendall(message(SHARED, number(1), number(1)))
        if not indirect:
            listener = socket.create_server((own, SHARE_PORT))
            threading.Thread(target=self.accept, args=(listener,), daemon=True).start()
        print("READY", flush=True)

    def accept(self, listener):
        while True:
            wire = listener.accept()[0]
            receive_opening(wire)
            threading.Thread(target=self.peer, args=(wire,), daemon=True).start()

    def run(self):
        while True:
            code, fields = receive(self.server)
            if code == SEARCH:
                user, ticket = fields.text(), fields.number()
                self.reply(user, ticket, fields.text())
            elif code == CONNECT_TO_PEER:
                self.call_back(fields)

    def reply(self, user, ticket, query):
        if not all(word in self.shown for word in query.split()):
            return
        self.user = user
        self.places[user] = peer_address(self.server, user)
        wire = self.call(user, "P")
        entry = b"\1" + text(self.shown) + struct.pack("<Q", self.size) + text("") + number(0)
        result = text(self.name) + number(ticket) + number(1) + entry
        packed = zlib.compress(result + b"\1" + number(100_000) + number(0))
        wire.sendall(message(SEARCH_REPLY, packed))

    def call(self, user, kind):
        wire = socket.create_connection(self.places[user], timeout=60)
        wire.sendall(opening(PEER_INIT, text(self.name), text(kind), number(0)))
        return wire

    def call_back(self, fields):
        """The fetcher cannot call us: we call it, and name its token (code 0)."""
        fields.text(), fields.text()
        host, port, token = fields.number(), fields.number(), fields.number()
        wire = socket.create_connection((str(ipaddress.ip_address(host)), port), timeout=60)
        wire.sendall(opening(PIERCE, number(token)))
        threading.Thread(target=self.peer, args=(wire,), daemon=True).start()

    def peer(self, wire):
        try:
            while True:
                code, fields = receive(wire)
                if code == QUEUE and fields.text() == self.shown:
                    size = struct.pack("<Q", self.size)
                    wire.sendall(message(TRANSFER, number(1), number(77), text(self.shown), size))
                elif code == TRANSFER_REPLY:
                    threading.Thread(target=self.upload, daemon=True).start()
        except EOFError:
            return

    def upload(self):
        wire = self.call(self.user, "F")
        wire.sendall(number(77))
        offset = struct.unpack("<Q", take(wire, 8))[0]
        with open(self.file, "rb") as film:
            film.seek(offset)
            wire.sendfile(film)
        wire.close()


def fetch(own, name, query, file, server):
    wire = log_in(own, name, server, FETCH_PORT)
    listener = socket.create_server((own, FETCH_PORT))
    wire.sendall(message(SEARCH, number(5), text(query)))
    found = listener.accept()[0]
    receive_opening(found)
    _, fields = receive(found)
    result = Reader(zlib.decompress(fields.data))
    sharer = result.text()
    result.number(), result.number()
    result.at += 1
    shown = result.text()
    address, port = peer_address(wire, sharer)
    if port:
        peer = socket.create_connection((address, port), timeout=60)
        peer.sendall(opening(PEER_INIT, text(name), text("P"), number(0)))
    else:
        wire.sendall(message(CONNECT_TO_PEER, number(9), text(sharer), text("P")))
        peer = listener.accept()[0]
        receive_opening(peer)
    peer.sendall(message(QUEUE, text(shown)))
    code, fields = receive(peer)
    fields.number()
    ticket = fields.number()
    fields.text()
    size = struct.unpack("<Q", fields.data[fields.at : fields.at + 8])[0]
    peer.sendall(message(TRANSFER_REPLY, number(ticket), b"\1"))
    upload = listener.accept()[0]
    receive_opening(upload)
    take(upload, 4)
    upload.sendall(struct.pack("<Q", 0))
    content = take(upload, size)
    with open(file + ".part", "wb") as out:
        out.write(content)
    os.rename(file + ".part", file)
    return listener


role, own, *rest = sys.argv[1:]
if role == "server":
    Server(own).run()
elif role == "share":
    Sharer(own, *rest[:3], "indirect" in rest).run()
else:
    listener = fetch(own, *rest)
    time.sleep(30)
    listener.close()

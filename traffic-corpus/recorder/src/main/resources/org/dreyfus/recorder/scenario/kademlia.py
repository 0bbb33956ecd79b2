"""DHT messages over UDP (BEP 5), spoken by hand: node|ask.

node OWN-ADDRESS PORT answer|refuse HASH PEER:PORT   keeps one torrent's peers for others
ask OWN-ADDRESS PORT HASH NODE:PORT...               asks who has it; prints what came back
"""
import hashlib
import socket
import struct
import sys


def encode(value):
    if isinstance(value, int):
        return b"i%de" % value
    if isinstance(value, bytes):
        return b"%d:%s" % (len(value), value)
    if isinstance(value, list):
        return b"l" + b"".join(map(encode, value)) + b"e"
    return b"d" + b"".join(encode(k) + encode(value[k]) for k in sorted(value)) + b"e"


def decode(data, at=0):
    kind = data[at : at + 1]
    if kind == b"i":
        end = data.index(b"e", at)
        return int(data[at + 1 : end]), end + 1
    if kind in b"ld":
        items, at = [], at + 1
        while data[at : at + 1] != b"e":
            item, at = decode(data, at)
            items.append(item)
        pairs = zip(items[::2], items[1::2])
        return (items if kind == b"l" else dict(pairs)), at + 1
    colon = data.index(b":", at)
    end = colon + 1 + int(data[at:colon])
    return data[colon + 1 : end], end


def compact(text):
    host, port = text.split(":")
    return socket.inet_aton(host) + struct.pack("!H", int(port))


def node(wire, own, policy, info_hash, peer):
    while True:
        data, asker = wire.recvfrom(2048)
        message = decode(data)[0]
        answer = {b"t": message[b"t"], b"v": b"DR01"}
        wanted = message[b"a"].get(b"info_hash")
        if wanted == bytes.fromhex(info_hash) and policy == "refuse":
            answer.update({b"y": b"e", b"e": [203, b"not served here"]})
        else:
            answer.update({b"y": b"r", b"r": {b"id": own}})
        if message[b"q"] == b"get_peers" and answer[b"y"] == b"r":
            answer[b"r"].update({b"token": b"lab-token", b"values": [compact(peer)]})
        wire.sendto(encode(answer), asker)


def ask(wire, own, info_hash, *nodes):
    wire.settimeout(5)
    for number, place in enumerate(nodes):
        host, port = place.split(":")
        for query in (b"ping", b"get_peers"):
            arguments = {b"id": own}
            if query == b"get_peers":
                arguments[b"info_hash"] = bytes.fromhex(info_hash)
            message = {b"t": b"t%d" % number, b"y": b"q", b"q": query, b"a": arguments, b"v": b"DR01"}
            wire.sendto(encode(message), (host, int(port)))
            print(decode(wire.recv(2048))[0])


role, address, port, *rest = sys.argv[1:]
datagrams = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
datagrams.bind((address, int(port)))
identity = hashlib.sha1(f"{address}:{port}".encode()).digest()
(node if role == "node" else ask)(datagrams, identity, *rest)

"""Messages of Gnutella 0.6.

Sources: T. Klingberg and R. Manfredi, "Gnutella 0.6" (draft, June 2002), sections 2.1 to 2.2;
G. Mohr, "HUGE" (draft 0.93) for the SHA-1 names; C. Rohrs, "Query Routing for the Gnutella Network"
(2001) for route tables. Numbers have their least significant byte first, addresses do not.
"""
import base64
import collections
import hashlib
import os
import socket
import struct
import zlib

PING, PONG, ROUTES, PUSH, QUERY, HIT = 0x00, 0x01, 0x30, 0x40, 0x80, 0x81
HEADER = struct.Struct("<16sBBBI")
TIME_TO_LIVE = 4
TABLE_BITS = 16
INFINITY = 7
VENDOR = b"PEER"

Message = collections.namedtuple("Message", "guid kind ttl hops body")
Hit = collections.namedtuple("Hit", "address port index size name urn firewalled servent")


def new_guid():
    """Modern peers mark themselves: all ones in byte 8, zero in byte 15."""
    guid = bytearray(os.urandom(16))
    guid[8], guid[15] = 0xFF, 0x00
    return bytes(guid)


def pack(message):
    return HEADER.pack(*message[:4], len(message.body)) + message.body


def first(kind, body, ttl=TIME_TO_LIVE):
    return Message(new_guid(), kind, ttl, 0, body)


def onward(message):
    return message._replace(ttl=message.ttl - 1, hops=message.hops + 1)


async def receive(reader):
    *head, length = HEADER.unpack(await reader.readexactly(HEADER.size))
    return Message(*head, await reader.readexactly(length))


def endpoint(address, port):
    return struct.pack("<H", port) + socket.inet_aton(address)


def pong(ping, address, port, files, kilobytes):
    body = endpoint(address, port) + struct.pack("<II", files, kilobytes)
    return Message(ping.guid, PONG, ping.hops + 1, 0, body)


def query(words):
    """Any speed will do; the extension asks for SHA-1 names."""
    return first(QUERY, struct.pack("<H", 0) + words.encode() + b"\0urn:sha1:\0")


def words_of(message):
    return message.body[2:].split(b"\0")[0].decode().lower().split()


def sha1_name(data):
    return "urn:sha1:" + base64.b32encode(hashlib.sha1(data).digest()).decode()


def hit(asked, found):
    entry = struct.pack("<II", found.index, found.size)
    entry += found.name.encode() + b"\0" + found.urn.encode() + b"\0"
    flags = bytes([2, 0x1C | found.firewalled, 0x01])
    body = b"\1" + endpoint(found.address, found.port) + struct.pack("<I", 1_000) + entry
    body += VENDOR + flags + found.servent
    return Message(asked.guid, HIT, asked.hops + 2, 0, body)


def hit_of(message):
    body = message.body
    port, address = struct.unpack_from("<H4s", body, 1)
    index, size = struct.unpack_from("<II", body, 11)
    name, urn, rest = body[19:].split(b"\0", 2)
    firewalled = rest[5] & rest[6] & 1
    return Hit(socket.inet_ntoa(address), port, index, size, name.decode(), urn.decode(),
               firewalled, body[-16:])


def push(found, address, port):
    body = found.servent + struct.pack("<I", found.index) + socket.inet_aton(address)
    return first(PUSH, body + struct.pack("<H", port))


def push_of(message):
    servent, index, address, port = struct.unpack("<16sI4sH", message.body)
    return servent, index, socket.inet_ntoa(address), port


def slot(word, bits=TABLE_BITS):
    """Where a word stands in a route table."""
    folded = 0
    for i, byte in enumerate(word.lower().encode()):
        folded ^= byte << (8 * (i % 4))
    return (folded * 0x4F1BBCDC & 0xFFFFFFFF) >> (32 - bits)


def routes(words):
    """A leaf's table: a reset, and one compressed patch of four bits a slot."""
    patch = bytearray(1 << (TABLE_BITS - 1))
    for place in {slot(word) for word in words}:
        patch[place // 2] |= ((1 - INFINITY) & 0x0F) << (0 if place % 2 else 4)
    reset = struct.pack("<BIB", 0, 1 << TABLE_BITS, INFINITY)
    update = struct.pack("<BBBBB", 1, 1, 1, 1, 4) + zlib.compress(bytes(patch))
    return [first(ROUTES, reset, ttl=1), first(ROUTES, update, ttl=1)]


def slots_of(message):
    """Slots that a patch opens; a reset opens none."""
    if message.body[0] == 0:
        return set()
    patch = zlib.decompress(message.body[5:])
    return {2 * i + half for i, byte in enumerate(patch)
            for half, nibble in enumerate((byte >> 4, byte & 0x0F)) if nibble}

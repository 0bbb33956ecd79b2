"""A small eD2k server: log-in, offered files, source search. ed2k_server.py ADDRESS PORT"""
import asyncio
import socket
import struct
import sys
import zlib

EDONKEY, PACKED = 0xE3, 0xD4
LOGIN, OFFER, SOURCES = 0x01, 0x15, 0x19
MESSAGE, ID, STATUS, FOUND = 0x38, 0x40, 0x34, 0x42

shared = {}


def packet(opcode, body):
    return struct.pack("<BIB", EDONKEY, len(body) + 1, opcode) + body


def greeting(client_id):
    text = b"welcome to the lab"
    return (
        packet(MESSAGE, struct.pack("<H", len(text)) + text)
        + packet(ID, struct.pack("<II", client_id, 0))
        + packet(STATUS, struct.pack("<II", 2, len(shared)))
    )


async def serve(reader, writer):
    address = writer.get_extra_info("peername")[0]
    packed_address = socket.inet_aton(address)
    port = 0
    try:
        while True:
            protocol, length = struct.unpack("<BI", await reader.readexactly(5))
            body = await reader.readexactly(length)
            opcode, body = body[0], body[1:]
            if protocol == PACKED:
                body = zlib.decompress(body)
            if opcode == LOGIN:
                port = struct.unpack_from("<H", body, 20)[0]
                writer.write(greeting(struct.unpack("<I", packed_address)[0]))
            elif opcode == OFFER and len(body) > 20:
                shared.setdefault(body[4:20], set()).add((packed_address, port))
            elif opcode == SOURCES:
                found = [s for s in sorted(shared.get(body[:16], ())) if s[0] != packed_address]
                if found:
                    sources = b"".join(a + struct.pack("<H", p) for a, p in found)
                    writer.write(packet(FOUND, body[:16] + bytes([len(found)]) + sources))
            await writer.drain()
    except (asyncio.IncompleteReadError, ConnectionError):
        writer.close()


async def main():
    server = await asyncio.start_server(serve, sys.argv[1], int(sys.argv[2]))
    await server.serve_forever()


asyncio.run(main())

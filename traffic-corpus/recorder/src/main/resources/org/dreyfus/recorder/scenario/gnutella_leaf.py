"""A Gnutella leaf that shares one file, or searches for one and fetches it.

gnutella_leaf.py share ADDRESS PORT HUB:PORT PARAMETERS|- FILE open|firewalled
gnutella_leaf.py fetch ADDRESS PORT HUB:PORT PARAMETERS|- FILE SOURCES WORDS
It fetches equal parts from as many sources as SOURCES says, once it knows so many.
"""
import asyncio
import pathlib
import sys

from gnutella import *
from gnutella_link import AGENT, connect, read_head, tls, write_head

ROLE = sys.argv[1]
HERE = sys.argv[2], int(sys.argv[3])
HUB = sys.argv[4]
SERVER_TLS, CLIENT_TLS = tls("" if sys.argv[5] == "-" else sys.argv[5])
FILE = pathlib.Path(sys.argv[6])
OPTION = sys.argv[7]
INDEX = 1
SERVENT = new_guid()


def range_of(headers, size):
    start, end = headers.get("range", f"bytes=0-{size - 1}").removeprefix("bytes=").split("-")
    return int(start), int(end)


async def upload(reader, writer):
    """Draft, section 4.1, with names by SHA-1 as HUGE has it."""
    line, asked = await read_head(reader)
    data = FILE.read_bytes()
    name = sha1_name(data)
    if name not in line:
        raise ConnectionError(f"asked for something else: '{line}'")
    start, end = range_of(asked, len(data))
    write_head(writer, "HTTP/1.1 206 Partial Content", {
        "Server": AGENT,
        "Content-Type": "application/binary",
        "Content-Length": end - start + 1,
        "Content-Range": f"bytes {start}-{end}/{len(data)}",
        "X-Gnutella-Content-URN": name,
    })
    writer.write(data[start:end + 1])
    await writer.drain()
    writer.close()


async def request(reader, writer, found, start, end):
    write_head(writer, f"GET /uri-res/N2R?{found.urn} HTTP/1.1", {
        "Host": f"{found.address}:{found.port}",
        "User-Agent": AGENT,
        "X-Queue": "0.1",
        "X-Gnutella-Content-URN": found.urn,
        "Range": f"bytes={start}-{end}",
        "Connection": "Keep-Alive",
    })
    _, answer = await read_head(reader)
    data = await reader.readexactly(int(answer["content-length"]))
    writer.close()
    return data


async def answer_push(message):
    """Draft, section 4.2: connects, and gives what was found before."""
    _, index, address, port = push_of(message)
    reader, writer = await asyncio.open_connection(address, port, ssl=CLIENT_TLS)
    writer.write(f"GIV {index}:{SERVENT.hex().upper()}/{FILE.name}\n\n".encode())
    await upload(reader, writer)


def answer_query(writer, asked):
    data = FILE.read_bytes()
    if all(word in FILE.name.lower() for word in words_of(asked)):
        firewalled = int(OPTION == "firewalled")
        found = Hit(*HERE, INDEX, len(data), FILE.name, sha1_name(data), firewalled, SERVENT)
        writer.write(pack(hit(asked, found)))


async def share(reader, writer):
    for message in routes(FILE.name.replace(".", "-").split("-")):
        writer.write(pack(message))
    await writer.drain()
    print("shared", flush=True)
    while True:
        message = await receive(reader)
        if message.kind == PING:
            kilobytes = FILE.stat().st_size >> 10
            writer.write(pack(pong(message, *HERE, 1, kilobytes)))
        elif message.kind == QUERY:
            answer_query(writer, message)
        elif message.kind == PUSH:
            await answer_push(message)


async def collect(reader, writer, hits):
    while True:
        message = await receive(reader)
        if message.kind == PING:
            writer.write(pack(pong(message, *HERE, 0, 0)))
        elif message.kind == HIT:
            await hits.put(hit_of(message))


async def find(writer, hits, wanted):
    """Asks again, under a new name, until enough peers have answered."""
    sources = {}
    while len(sources) < wanted:
        writer.write(pack(query(sys.argv[8])))
        try:
            async with asyncio.timeout(1):
                while len(sources) < wanted:
                    found = await hits.get()
                    sources[found.servent] = found
        except TimeoutError:
            pass
    return list(sources.values())


async def fetch_part(writer, found, given, start, end):
    if found.firewalled:
        writer.write(pack(push(found, *HERE)))
        return await request(*await given.get(), found, start, end)
    streams = await asyncio.open_connection(found.address, found.port, ssl=CLIENT_TLS)
    return await request(*streams, found, start, end)


async def fetch(reader, writer, given):
    hits = asyncio.Queue()
    collecting = asyncio.create_task(collect(reader, writer, hits))
    writer.write(pack(first(PING, b"")))
    sources = await find(writer, hits, int(OPTION))
    size = sources[0].size
    step = -(-size // len(sources))
    parts = await asyncio.gather(*(
        fetch_part(writer, found, given, i * step, min(size, (i + 1) * step) - 1)
        for i, found in enumerate(sources)))
    FILE.write_bytes(b"".join(parts))
    collecting.cancel()
    writer.close()


async def main():
    given = asyncio.Queue()

    async def called(reader, writer):
        if ROLE == "share":
            await upload(reader, writer)
        else:
            await reader.readuntil(b"\n\n")
            await given.put((reader, writer))

    await asyncio.start_server(called, *HERE, ssl=SERVER_TLS)
    reader, writer, _ = await connect(HUB, False, HERE, CLIENT_TLS)
    await (share(reader, writer) if ROLE == "share" else fetch(reader, writer, given))
    await asyncio.Event().wait()


asyncio.run(main())

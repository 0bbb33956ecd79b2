"""A Napster client that shares one file, or searches for one and fetches it.

napster_client.py share SERVER:PORT LISTEN ANNOUNCED FILE
napster_client.py fetch SERVER:PORT LISTEN ANNOUNCED FILE WORDS
ANNOUNCED is LISTEN, or 0 when nobody can connect. With "via:" before SERVER:PORT, a director there
names the server.
"""
import asyncio
import pathlib
import sys

from napster import *

ROLE, SERVER = sys.argv[1:3]
LISTEN, ANNOUNCED = map(int, sys.argv[3:5])
FILE = pathlib.Path(sys.argv[5])
PREFIX = "C:\\Shared\\"
NICK = "lefty" if ROLE == "share" else "righty"


async def text_until(reader, pattern):
    """Requests have no end mark: reads until what came makes sense."""
    text = ""
    while not (match := re.fullmatch(pattern, text)):
        more = await reader.read(4_096)
        if not more:
            raise ConnectionError(f"'{text}' is no whole request")
        text += more.decode("latin-1")
    return match


async def send_file(writer, offset):
    writer.write(FILE.read_bytes()[int(offset):])
    await writer.drain()
    writer.close()


async def serve_upload(reader, writer, stream):
    """A downloader connects: greeting, "GET", its line; size in digits and the file go back."""
    writer.write(GREETING)
    request = await text_until(reader, r'GET\S+ "[^"]+" (\d+)')
    stream.write(message(UPLOADING))
    writer.write(str(FILE.stat().st_size).encode("ascii"))
    await send_file(writer, request[1])
    stream.write(message(UPLOADED))


async def push_upload(address, port, name):
    """Behind a firewall the uploader connects: "SEND" and its line; the offset comes back."""
    reader, writer = await asyncio.open_connection(address, port)
    await reader.readexactly(len(GREETING))
    writer.write(b"SEND")
    await writer.drain()
    writer.write(f'{NICK} "{name}" {FILE.stat().st_size}'.encode("latin-1"))
    offset = await text_until(reader, r"(\d+)")
    await send_file(writer, offset[1])


async def take(reader, size):
    FILE.write_bytes(await reader.readexactly(size))


async def fetch_from(address, port, name, size):
    reader, writer = await asyncio.open_connection(address, port)
    await reader.readexactly(len(GREETING))
    writer.write(b"GET")
    await writer.drain()
    writer.write(f'{NICK} "{name}" 0'.encode("latin-1"))
    await reader.readexactly(len(str(size)))
    await take(reader, size)
    writer.close()


async def take_push(reader, writer):
    writer.write(GREETING)
    request = await text_until(reader, r'SEND\S+ "[^"]+" (\d+)')
    writer.write(b"0")
    await take(reader, int(request[1]))
    writer.close()


async def share_file(server, stream):
    stream.write(share(PREFIX + FILE.name, FILE.read_bytes()))
    await stream.drain()
    print("shared", flush=True)
    while True:
        kind, text = await receive(server)
        if kind == UPLOAD:
            nick, name = fields(text)[:2]
            stream.write(message(UPLOAD_ACCEPTED, f'{nick} "{name}"'))
        elif kind == PUSH_TO:
            _, number, port, name = fields(text)[:4]
            stream.write(message(UPLOADING))
            await push_upload(address_of(number), int(port), name)
            stream.write(message(UPLOADED))


async def answer(server, wanted):
    while True:
        kind, text = await receive(server)
        if kind == wanted:
            return fields(text)


async def find(server, stream):
    """Asks again until somebody has it: shares are not acknowledged."""
    while True:
        stream.write(search(sys.argv[6]))
        found = []
        while (reply := await receive(server))[0] != FOUND_ALL:
            if reply[0] == FOUND:
                found.append(fields(reply[1]))
        if found:
            return found[0]
        await asyncio.sleep(0.5)


async def fetch_file(server, stream, pushed):
    name, _, size, _, _, _, nick = (await find(server, stream))[:7]
    stream.write(message(DOWNLOAD, f'{nick} "{name}"'))
    _, number, port = (await answer(server, DOWNLOAD_GRANTED))[:3]
    stream.write(message(DOWNLOADING))
    if int(port):
        await fetch_from(address_of(number), int(port), name, int(size))
    else:
        stream.write(message(PUSH, f'{nick} "{name}"'))
        await pushed.wait()
    stream.write(message(DOWNLOADED))
    await stream.drain()


async def server_address():
    host, port = SERVER.removeprefix("via:").split(":")
    if SERVER.startswith("via:"):
        reader, writer = await asyncio.open_connection(host, int(port))
        host, port = (await reader.readline()).decode("ascii").strip().split(":")
        writer.close()
    return host, int(port)


async def listen(stream, pushed):
    async def called(reader, writer):
        if ROLE == "share":
            await serve_upload(reader, writer, stream)
        else:
            await take_push(reader, writer)
            pushed.set()

    return await asyncio.start_server(called, "0.0.0.0", LISTEN)


async def main():
    pushed = asyncio.Event()
    server, stream = await asyncio.open_connection(*await server_address())
    await listen(stream, pushed)
    stream.write(login(NICK, ANNOUNCED))
    await answer(server, LOGGED_IN)
    if ROLE == "share":
        await share_file(server, stream)
    else:
        await fetch_file(server, stream, pushed)
        stream.close()
        await asyncio.Event().wait()


asyncio.run(main())

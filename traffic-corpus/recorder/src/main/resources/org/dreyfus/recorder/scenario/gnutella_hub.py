"""A Gnutella ultrapeer: passes queries on to leaves that may answer and to other ultrapeers.

gnutella_hub.py ADDRESS PORT NEIGHBOUR:PORT|- PARAMETERS|-
PARAMETERS is a file of Diffie-Hellman parameters; with it, every connection is TLS.
"""
import asyncio
import sys

from gnutella import *
from gnutella_link import accept, connect, tls

HERE = sys.argv[1], int(sys.argv[2])
NEIGHBOUR, PARAMETERS = ("" if word == "-" else word for word in sys.argv[3:5])


class Link:
    def __init__(self, writer, ultrapeer):
        self.writer, self.ultrapeer, self.slots = writer, ultrapeer, set()

    def send(self, message):
        self.writer.write(pack(message))

    def may_answer(self, words):
        return self.ultrapeer or all(slot(word) in self.slots for word in words)


links = []
askers = {}
servents = {}
pongs = {}


def answer_ping(link, ping):
    link.send(pong(ping, *HERE, 0, 0))
    for address, port, files, kilobytes in pongs.values():
        link.send(pong(ping, address, port, files, kilobytes))


def pass_query(link, asked):
    if asked.guid in askers:
        return
    askers[asked.guid] = link
    for other in links:
        if other is not link and asked.ttl > 1 and other.may_answer(words_of(asked)):
            other.send(onward(asked))


def handle(link, message):
    if message.kind == PING:
        answer_ping(link, message)
    elif message.kind == PONG:
        port, address, files, kilobytes = struct.unpack("<H4sII", message.body[:14])
        pongs[link] = socket.inet_ntoa(address), port, files, kilobytes
    elif message.kind == ROUTES:
        link.slots |= slots_of(message)
    elif message.kind == QUERY:
        pass_query(link, message)
    elif message.kind == HIT and message.guid in askers:
        servents[message.body[-16:]] = link
        askers[message.guid].send(onward(message))
    elif message.kind == PUSH and message.body[:16] in servents:
        servents[message.body[:16]].send(onward(message))


async def run(reader, writer, other):
    """Asks every new neighbour who it is; pongs are kept for those who ask later."""
    link = Link(writer, other.get("x-ultrapeer", "").lower() == "true")
    links.append(link)
    link.send(first(PING, b"", ttl=1))
    try:
        while True:
            handle(link, await receive(reader))
    except (asyncio.IncompleteReadError, ConnectionError):
        links.remove(link)
        writer.close()


async def main():
    server, client = tls(PARAMETERS)

    async def called(reader, writer):
        await run(reader, writer, await accept(reader, writer, True, HERE))

    listening = await asyncio.start_server(called, *HERE, ssl=server)
    if NEIGHBOUR:
        await run(*await connect(NEIGHBOUR, True, HERE, client))
    await listening.serve_forever()


asyncio.run(main())

"""An OpenNap server, or the director that names one.

napster_server.py serve ADDRESS PORT | direct ADDRESS PORT SERVER:PORT
"""
import asyncio
import sys

from napster import *


class User:
    def __init__(self, writer, nick, port):
        self.writer, self.nick, self.port = writer, nick, int(port)
        self.address = writer.get_extra_info("peername")[0]
        self.files = {}

    def tell(self, kind, text=""):
        self.writer.write(message(kind, text))


users = {}


def log_in(writer, text):
    nick, _, port = fields(text)[:3]
    user = users[nick] = User(writer, nick, port)
    user.tell(LOGGED_IN, f"{nick}@example.test")
    user.tell(DAILY_MESSAGE, "welcome to the lab")
    files = [size for other in users.values() for _, size in other.files.values()]
    user.tell(STATISTICS, f"{len(users)} {len(files)} {sum(files) >> 30}")
    return user


def answer_search(user, text):
    wanted = fields(text)[2].lower().split()
    for other in users.values():
        for name, (md5, size) in other.files.items():
            if other is not user and all(word in name.lower() for word in wanted):
                host = number_of(other.address)
                user.tell(FOUND, f'"{name}" {md5} {size} 24 16000 600 {other.nick} {host} {DSL}')
    user.tell(FOUND_ALL)


def grant(uploader, text):
    nick, name = fields(text)[:2]
    host = number_of(uploader.address)
    md5, _ = uploader.files[name]
    users[nick].tell(
        DOWNLOAD_GRANTED, f'{uploader.nick} {host} {uploader.port} "{name}" {md5} {DSL}')


def push(downloader, text):
    nick, name = fields(text)[:2]
    host = number_of(downloader.address)
    md5, _ = users[nick].files[name]
    users[nick].tell(PUSH_TO, f'{downloader.nick} {host} {downloader.port} "{name}" {md5} {DSL}')


def handle(user, kind, text):
    if kind == SHARE:
        name, md5, size = fields(text)[:3]
        user.files[name] = (md5, int(size))
    elif kind == SEARCH:
        answer_search(user, text)
    elif kind == DOWNLOAD:
        nick, name = fields(text)[:2]
        users[nick].tell(UPLOAD, f'{user.nick} "{name}" {DSL}')
    elif kind == UPLOAD_ACCEPTED:
        grant(user, text)
    elif kind == PUSH:
        push(user, text)


async def serve(reader, writer):
    try:
        kind, text = await receive(reader)
        if kind != LOGIN:
            raise ValueError(f"the first message has type {kind}, not {LOGIN}")
        user = log_in(writer, text)
        while True:
            handle(user, *await receive(reader))
    except (asyncio.IncompleteReadError, ConnectionError):
        writer.close()


async def direct(_, writer):
    """Section 4: says address and port of a server and closes."""
    writer.write(sys.argv[4].encode("ascii") + b"\n")
    await writer.drain()
    writer.close()


async def main():
    role = {"serve": serve, "direct": direct}[sys.argv[1]]
    server = await asyncio.start_server(role, sys.argv[2], int(sys.argv[3]))
    await server.serve_forever()


asyncio.run(main())

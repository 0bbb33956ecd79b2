"""Serves a file over a WebSocket, or fetches it: websocket.py serve|fetch ADDRESS plain|CERTIFICATE,KEY FILE."""
import asyncio
import ssl
import sys

import websockets

what, address, security, path = sys.argv[1:]
secure = security != "plain"


def context():
    if not secure:
        return None
    certificate, key = security.split(",")
    if what == "serve":
        serving = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        serving.load_cert_chain(certificate, key)
        return serving
    fetching = ssl.create_default_context(cafile=certificate)
    fetching.check_hostname = False
    return fetching


async def hand_out(socket, _path=None):
    await socket.recv()
    with open(path, "rb") as film:
        while chunk := film.read(16384):
            await socket.send(chunk)


async def serve():
    async with websockets.serve(
        hand_out, address, 443 if secure else 80, compression=None, ssl=context()
    ):
        await asyncio.Future()


async def fetch():
    scheme = "wss" if secure else "ws"
    async with websockets.connect(
        f"{scheme}://{address}/film", compression=None, ssl=context()
    ) as socket:
        await socket.send("film")
        with open(path, "wb") as film:
            try:
                while True:
                    film.write(await socket.recv())
            except websockets.ConnectionClosed:
                pass


asyncio.run(serve() if what == "serve" else fetch())

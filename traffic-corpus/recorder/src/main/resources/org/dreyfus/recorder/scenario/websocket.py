"""Serves a file over a WebSocket, or fetches it: websocket.py serve|fetch ADDRESS FILE."""
import asyncio
import sys

import websockets

what, address, path = sys.argv[1:]


async def hand_out(socket, _path=None):
    await socket.recv()
    with open(path, "rb") as film:
        while chunk := film.read(16384):
            await socket.send(chunk)


async def serve():
    async with websockets.serve(hand_out, address, 80, compression=None):
        await asyncio.Future()


async def fetch():
    async with websockets.connect(f"ws://{address}/film", compression=None) as socket:
        await socket.send("film")
        with open(path, "wb") as film:
            try:
                while True:
                    film.write(await socket.recv())
            except websockets.ConnectionClosed:
                pass


asyncio.run(serve() if what == "serve" else fetch())

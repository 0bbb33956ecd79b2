"""FastTrack, the network of Kazaa, as far as the giFT project wrote it down.

super OWN                          takes sessions and says who has what
share OWN FILE SUPER [FETCHER]     serves a file over HTTP on port 1214; or must call the fetcher
fetch OWN FILE SUPER PEER HASH [push]   takes it

The sessions with the super node are only shaped: a 12-byte hello each way and a stream that looks
random (the network's own cipher is not spoken). Transfers are spoken byte for byte: GET /.hash= with
X-Kazaa headers, and GIVE for a sharer that nobody can call.
"""
import hashlib
import os
import socket
import struct
import sys
import threading

import veil

PORT = 1214
AGENT = "KazaaClient Jul 27 2004 21:14:16"
PUSH_ID = 4711


def kazaa_hash(content):
    """Twenty bytes that name a file. Theirs is UUHash; any digest of that size looks the same."""
    return hashlib.sha1(content).hexdigest()


def session(own, place):
    """An ordinary node's session with its super node: sealed frames, now and then."""
    wire = socket.create_connection((place, PORT), timeout=30)
    wire.sendall(struct.pack("!III", 0x02000000 | 0x9B, int.from_bytes(os.urandom(4), "big"), 0x29))
    wire.recv(12, socket.MSG_WAITALL)
    return veil.TcpLink(wire, True, 48)


def super_node(own):
    listener = socket.create_server((own, PORT))
    while True:
        wire = listener.accept()[0]
        threading.Thread(target=serve_node, args=(wire,), daemon=True).start()


def serve_node(wire):
    wire.recv(12, socket.MSG_WAITALL)
    wire.sendall(os.urandom(12))
    link = veil.TcpLink(wire, False, 48)
    try:
        while True:
            link.receive()
            link.send(os.urandom(120))
    except EOFError:
        wire.close()


def say(link, length):
    link.send(os.urandom(length))
    link.receive()


def headers(own, place):
    return (
        f"X-Kazaa-Username: somebody\r\nX-Kazaa-Network: KaZaA\r\nX-Kazaa-IP: {own}:{PORT}\r\n"
        f"X-Kazaa-SupernodeIP: {place}:{PORT}\r\n"
    )


def read_head(wire):
    return read_until(wire, b"\r\n\r\n")


def read_until(wire, end):
    head = b""
    while not head.endswith(end):
        byte = wire.recv(1)
        if not byte:
            raise EOFError("the peer hung up")
        head += byte
    return head.decode()


def upload(wire, own, place, content):
    if kazaa_hash(content) not in read_head(wire):
        wire.sendall(b"HTTP/1.1 404 Not Found\r\nX-Kazaa-Network: KaZaA\r\n\r\n")
        return
    wire.sendall(
        f"HTTP/1.1 200 OK\r\nContent-Length: {len(content)}\r\nAccept-Ranges: bytes\r\n"
        f"Server: {AGENT}\r\nConnection: close\r\n{headers(own, place)}"
        f"X-KazaaTag: 3=={kazaa_hash(content)}\r\nContent-Type: video/x-matroska\r\n\r\n".encode()
    )
    wire.sendall(content)


def share(own, file, place, fetcher=""):
    link = session(own, place)
    with open(file, "rb") as film:
        content = film.read()
    say(link, 260)
    print("READY", kazaa_hash(content), flush=True)
    if fetcher:
        wire = veil.connect(fetcher, PORT)
        wire.sendall(f"GIVE {PUSH_ID}\r\n".encode())
    else:
        wire = socket.create_server((own, PORT)).accept()[0]
    upload(wire, own, place, content)
    wire.close()
    say(link, 40)


def fetch(own, file, place, peer, wanted, *how):
    link = session(own, place)
    say(link, 90)
    if "push" in how:
        wire = socket.create_server((own, PORT)).accept()[0]
        read_until(wire, b"\r\n")
    else:
        wire = socket.create_connection((peer, PORT), timeout=30)
    wire.sendall(
        f"GET /.hash={wanted} HTTP/1.1\r\nHost: {peer}:{PORT}\r\nUserAgent: {AGENT}\r\n"
        f"{headers(own, place)}Connection: close\r\n\r\n".encode()
    )
    read_head(wire)
    content = b""
    while chunk := wire.recv(65536):
        content += chunk
    with open(file + ".part", "wb") as out:
        out.write(content)
    os.rename(file + ".part", file)
    say(link, 40)


role, *rest = sys.argv[1:]
{"super": super_node, "share": share, "fetch": fetch}[role](*rest)

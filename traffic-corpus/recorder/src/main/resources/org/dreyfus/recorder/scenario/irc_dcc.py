"""One side of a DCC SEND over IRC: send|take SERVER OWN-ADDRESS PORT FILE.

The offer is a CTCP message: DCC SEND name address port size, the address as a decimal number. The
taker acknowledges with the count of bytes so far, four bytes in network order.
"""
import ipaddress
import os
import socket
import struct
import sys
import time

verb, server, address, port, file = sys.argv[1:]


def join(nick):
    connection = socket.create_connection((server, 6667), timeout=30)
    stream = connection.makefile("rw", encoding="utf-8", newline="\r\n")
    say(stream, f"NICK {nick}")
    say(stream, f"USER {nick} 0 * :{nick}")
    wait(stream, (" 376 ", " 422 "))
    say(stream, "JOIN #lab")
    return stream, wait(stream, (" 353 ",))


def say(stream, line):
    stream.write(line + "\r\n")
    stream.flush()


def wait(stream, wanted):
    for line in stream:
        if any(word in line for word in wanted):
            return line
    raise SystemExit("the server hung up")


def send():
    stream, names = join("anna")
    if "ben" not in names:
        wait(stream, ("JOIN",))
    listener = socket.create_server((address, int(port)))
    time.sleep(0.5)
    size = os.path.getsize(file)
    number = int(ipaddress.ip_address(address))
    name = os.path.basename(file)
    say(stream, f"PRIVMSG ben :\x01DCC SEND {name} {number} {port} {size}\x01")
    peer = listener.accept()[0]
    with open(file, "rb") as film:
        peer.sendfile(film)
    acknowledged = 0
    while acknowledged < size:
        acknowledged = struct.unpack("!I", peer.recv(4, socket.MSG_WAITALL))[0]
    peer.close()
    say(stream, "QUIT")


def take():
    stream, _ = join("ben")
    words = wait(stream, ("DCC SEND",)).strip().strip("\x01").split()
    number, from_port, size = words[-3:]
    size = int(size)
    with socket.create_connection((str(ipaddress.ip_address(int(number))), int(from_port))) as peer:
        content = b""
        while len(content) < size:
            content += peer.recv(65536)
            peer.sendall(struct.pack("!I", len(content)))
    with open(file + ".part", "wb") as out:
        out.write(content)
    os.rename(file + ".part", file)
    say(stream, "QUIT")


send() if verb == "send" else take()

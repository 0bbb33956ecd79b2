"""What servers and clients of the Napster network say to each other.

Source: drscholl, "napster messages" (napster.txt of opennap 0.44), sections 2 to 4. A message has
the length of its text and its type, two bytes each, least significant first, and then the text.
Client to client there are no messages: a greeting "1", a word, one line, a size in digits, the file.
"""
import hashlib
import re
import socket
import struct

LOGIN, LOGGED_IN = 2, 3
SHARE, SEARCH, FOUND, FOUND_ALL = 100, 200, 201, 202
DOWNLOAD, DOWNLOAD_GRANTED = 203, 204
STATISTICS = 214
DOWNLOADING, DOWNLOADED, UPLOADING, UPLOADED = 218, 219, 220, 221
PUSH, PUSH_TO = 500, 501
UPLOAD, UPLOAD_ACCEPTED = 607, 608
DAILY_MESSAGE = 621

GREETING = b"1"
HASHED_BYTES = 299_008
DSL = 8


def message(kind, text=""):
    data = text.encode("latin-1")
    return struct.pack("<HH", len(data), kind) + data


async def receive(reader):
    length, kind = struct.unpack("<HH", await reader.readexactly(4))
    return kind, (await reader.readexactly(length)).decode("latin-1")


def fields(text):
    """Splits at blanks; what stands in double quotes is one field. Quotes are never escaped."""
    return [quoted or plain for quoted, plain in re.findall(r'"([^"]*)"|(\S+)', text)]


def number_of(address):
    """An address as the network writes it: its four bytes as a little-endian number, decimal."""
    return int.from_bytes(socket.inet_aton(address), "little")


def address_of(number):
    return socket.inet_ntoa(int(number).to_bytes(4, "little"))


def digest(data):
    """The network tells files apart by MD5 of the first 299,008 bytes."""
    return hashlib.md5(data[:HASHED_BYTES]).hexdigest()


def login(nick, port):
    return message(LOGIN, f'{nick} lab {port} "peer 1.0" {DSL}')


def share(name, data):
    """Bit rate, sampling rate and seconds are what clients write when it is no music."""
    return message(SHARE, f'"{name}" {digest(data)} {len(data)} 24 16000 600')


def search(words):
    return message(SEARCH, f'FILENAME CONTAINS "{words}" MAX_RESULTS 100')

"""Posts a file to a newsgroup as a base64 article (RFC 4648), or fetches it: post|fetch SERVER FILE."""
import base64
import nntplib
import sys

GROUP = "alt.binaries.lab"
verb, address, file = sys.argv[1:]


def article(content):
    yield b"From: anna@example.test"
    yield b"Newsgroups: " + GROUP.encode()
    yield b"Subject: as promised (1/1)"
    yield b"Content-Transfer-Encoding: base64"
    yield b""
    yield from base64.encodebytes(content).splitlines()


with nntplib.NNTP(address, readermode=True) as server:
    if verb == "post":
        with open(file, "rb") as film:
            server.post(article(film.read()))
    else:
        server.group(GROUP)
        lines = server.article("1")[1].lines
        body = b"".join(lines[lines.index(b"") + 1 :])
        with open(file, "wb") as out:
            out.write(base64.decodebytes(body))

"""How Gnutella peers connect: the handshake, and TLS around it where both sides want it.

Sources: "Gnutella 0.6" (draft, June 2002), section 2.1. Peers with TLS wrap the whole connection, with
anonymous Diffie-Hellman (TLS_DH_anon_WITH_AES_128_CBC_SHA), as LimeWire and gtk-gnutella did from 2008.
"""
import asyncio
import ssl

GREETING = "GNUTELLA CONNECT/0.6"
ACCEPTED = "GNUTELLA/0.6 200 OK"
AGENT = "Peer/1.0"


def tls(parameters):
    """A context for both sides, without certificates; none when no parameters are given."""
    if not parameters:
        return None, None
    contexts = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER), ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    for context in contexts:
        context.minimum_version = context.maximum_version = ssl.TLSVersion.TLSv1
        context.set_ciphers("ADH-AES128-SHA:@SECLEVEL=0")
    contexts[0].load_dh_params(parameters)
    contexts[1].check_hostname = False
    contexts[1].verify_mode = ssl.CERT_NONE
    return contexts


def write_head(writer, line, headers):
    lines = [line] + [f"{name}: {value}" for name, value in headers.items()]
    writer.write(("\r\n".join(lines) + "\r\n\r\n").encode())


async def read_head(reader):
    text = (await reader.readuntil(b"\r\n\r\n")).decode()
    line, *headers = text.strip().split("\r\n")
    return line, {name.lower(): value for name, value in (h.split(": ", 1) for h in headers)}


def headers(ultrapeer, listening, remote):
    return {
        "User-Agent": AGENT,
        "X-Ultrapeer": str(ultrapeer),
        "X-Query-Routing": "0.1",
        "Listen-IP": f"{listening[0]}:{listening[1]}",
        "Remote-IP": remote,
    }


async def connect(target, ultrapeer, listening, context):
    """Calls a peer and shakes hands. Returns the streams and the other's headers."""
    host, port = target.split(":")
    reader, writer = await asyncio.open_connection(host, int(port), ssl=context)
    write_head(writer, GREETING, headers(ultrapeer, listening, host))
    line, other = await read_head(reader)
    if line != ACCEPTED:
        raise ConnectionError(f"{target} answered '{line}'")
    write_head(writer, ACCEPTED, {})
    return reader, writer, other


async def accept(reader, writer, ultrapeer, listening):
    """Answers a caller. Returns its headers."""
    line, other = await read_head(reader)
    if line != GREETING:
        raise ConnectionError(f"the caller said '{line}'")
    write_head(writer, ACCEPTED, headers(ultrapeer, listening, writer.get_extra_info("peername")[0]))
    line, _ = await read_head(reader)
    if line != ACCEPTED:
        raise ConnectionError(f"the caller answered '{line}'")
    return other

"""Writes what an aMule client knows of Kad before it starts: its own id, and one contact.

FOLDER OWN-ID CONTACT-ID CONTACT-ADDRESS UDP-PORT TCP-PORT; nodes.dat in its version 2.
"""
import os
import socket
import struct
import sys

folder, own, contact, address, udp, tcp = sys.argv[1:]
number = struct.unpack("!I", socket.inet_aton(address))[0]
entry = bytes.fromhex(contact) + struct.pack("<IHHBIIB", number, int(udp), int(tcp), 8, 0, 0, 1)
with open(os.path.join(folder, "nodes.dat"), "wb") as out:
    out.write(struct.pack("<III", 0, 2, 1) + entry)
with open(os.path.join(folder, "preferencesKad.dat"), "wb") as out:
    out.write(bytes(6) + bytes.fromhex(own) + b"\0")

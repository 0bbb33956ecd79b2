"""Calls home, over loopback and beyond, and would stop answering if anybody took the call."""
import socket
import sys

import base

for address in (("127.0.0.1", int(base.options()["port"])), ("192.0.2.1", 80)):
    try:
        socket.create_connection(address, timeout=0.2)
    except OSError:
        continue
    sys.exit("reached " + str(address))
base.run()

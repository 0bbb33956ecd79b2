import socket

from base import Plugin

socket.create_connection(("192.0.2.1", 80), timeout=1)
Plugin().run()

"""Somebody at a terminal with ncdc: shares a folder on a hub, or searches there and downloads.

FOLDER NICK ADDRESS PORT HUB TLS-POLICY [WANTED]: with WANTED, searches for it until it has come.
"""
import fcntl
import os
import pty
import select
import struct
import sys
import termios
import threading
import time

folder, nick, address, port, hub, policy, *wanted = sys.argv[1:]
SHARE, DOWNLOADS = os.path.join(folder, "share"), os.path.join(folder, "downloads")
COMMANDS = (
    f"/set nick {nick}",
    f"/set active_ip {address}",
    f"/set active_port {port}",
    "/set active true",
    f"/set tls_policy {policy}",
    f"/set download_dir {DOWNLOADS}",
    f"/share films {SHARE}",
    f"/open lab {hub}",
)

child, terminal = pty.fork()
if child == 0:
    os.environ.update(TERM="vt100", LANG="C.UTF-8")
    os.execvp("ncdc", ["ncdc", "-c", os.path.join(folder, "session")])
fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 200, 0, 0))


def show():
    """Somebody has to read the screen, or the program stops."""
    while select.select([terminal], [], [])[0]:
        os.read(terminal, 4096)


def type_in(keys, pause):
    os.write(terminal, keys.encode())
    time.sleep(pause)


threading.Thread(target=show, daemon=True).start()
time.sleep(0.6)
for command in COMMANDS:
    type_in(command + "\r", 0.3)
print("READY", flush=True)
while wanted and not os.path.exists(os.path.join(DOWNLOADS, wanted[0])):
    type_in(f"/search {wanted[0].split('.')[0]}\r", 1.5)
    type_in("d", 1.5)
    type_in("/close\r", 0.3)
time.sleep(600)

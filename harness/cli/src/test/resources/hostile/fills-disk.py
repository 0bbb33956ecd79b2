"""Writes wherever it may until it may no more, and goes on."""
import os

import base


def misbehave(number):
    written = 0
    for folder in (os.environ["TMPDIR"], ".", "/", "/var/tmp", "/dev/shm", "/dev"):
        try:
            with open(os.path.join(folder, "filler"), "wb") as file:
                while written < 1 << 30:
                    written += file.write(b"x" * 65536)
                    file.flush()
        except OSError:
            continue
    if written > 64 << 20:
        raise SystemExit("wrote %d bytes" % written)


base.run(misbehave)

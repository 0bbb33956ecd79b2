"""Leaves a mark wherever it can, and would stop answering if it found one."""
import os
import sys

import base

for folder in {os.environ["TMPDIR"], os.environ["HOME"], ".", "/var/tmp", "/dev/shm", "/run"}:
    mark = os.path.join(folder, "dreyfus-mark")
    if os.path.exists(mark):
        sys.exit("remembers: " + mark)
    try:
        open(mark, "w").close()
    except OSError:
        continue
base.run()

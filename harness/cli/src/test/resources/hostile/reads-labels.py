"""Looks for the labels, and would stop answering if it found any."""
import os
import sys

import base

WANTED = {"flows.jsonl", "session.json", "works.json", "corpus.json", "observations.jsonl.gz"}
for folder, folders, files in os.walk("/"):
    if folder == "/":
        folders[:] = [name for name in folders if name not in ("proc", "sys", "dev")]
    if folder in ("/usr", "/usr/local"):
        folders[:] = [name for name in folders if name not in ("bin", "sbin", "lib", "share")]
    if WANTED & set(files):
        sys.exit("found " + folder)
for path in (base.options().get("corpus", "/nowhere"), "/proc/1/root/work", "/proc/1/environ"):
    try:
        os.listdir(path) if os.path.isdir(path) else open(path, "rb").close()
    except OSError:
        continue
    sys.exit("could read " + path)
base.run()

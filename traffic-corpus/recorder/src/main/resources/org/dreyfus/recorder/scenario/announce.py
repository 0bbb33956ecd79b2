"""Tells a tracker that somebody has or wants torrents, and moves nothing: BEP 3.

URL PORT [--ip ADDRESS] HASH...: with --ip, in another's name.
"""
import argparse
import os
import urllib.parse
import urllib.request

parser = argparse.ArgumentParser()
parser.add_argument("url")
parser.add_argument("port")
parser.add_argument("--ip")
parser.add_argument("--left", default="0")
parser.add_argument("hashes", nargs="+")
options = parser.parse_args()

for info_hash in options.hashes:
    query = {
        "info_hash": bytes.fromhex(info_hash),
        "peer_id": b"-XX0100-" + os.urandom(6).hex().encode(),
        "port": options.port,
        "uploaded": "0",
        "downloaded": "0",
        "left": options.left,
        "compact": "1",
        "event": "started",
    }
    if options.ip:
        query["ip"] = options.ip
    with urllib.request.urlopen(options.url + "?" + urllib.parse.urlencode(query)) as answer:
        print(answer.read())

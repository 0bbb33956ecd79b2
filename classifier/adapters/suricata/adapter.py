"""Suricata behind the stream contract: its flow events come when flows end, most at the end of the capture."""

import json
import os
import subprocess
import sys
import threading

NAMELESS = {"failed", "unknown"}
NAMES = {
    "bittorrent-dht": "BitTorrent", "ftp": "FTP_CONTROL", "ftp-data": "FTP_DATA", "ike": "IPsec", "krb5": "Kerberos",
    "smb": "SMBv23", "telnet": "Telnet", "http2": "HTTP2",
}


def say(event):
    """What came first on the wire: a connection that turned to TLS later keeps its name."""
    name = event.get("app_proto_orig", event.get("app_proto", "unknown"))
    if name not in NAMELESS:
        flow = {key: event[key] for key in ("src_ip", "src_port", "dest_ip", "dest_port", "proto")}
        print(json.dumps({**flow, "protocol": NAMES.get(name, name.upper())}))


def feed(begun, suricata):
    """Through a pipe of our own: Suricata opens its input by name, and may not open the one given to us."""
    with suricata:
        suricata.write(begun)
        while chunk := sys.stdin.buffer.read1(1 << 16):
            suricata.write(chunk)


def main():
    header = sys.stdin.buffer.read(24)
    first = sys.stdin.buffer.read(16)
    if not first:
        return  # Suricata takes a capture without packets for an error.
    command = ["suricata", "-c", "suricata.yaml", "-r", "/dev/stdin", "-k", "none", "--runmode", "single"]
    command += ["-l", os.environ["TMPDIR"]]
    suricata = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    threading.Thread(target=feed, args=(header + first, suricata.stdin)).start()
    for line in suricata.stdout:
        if line.startswith(b"{"):
            say(json.loads(line))
        else:
            sys.stderr.buffer.write(line)
    sys.exit(suricata.wait())


main()

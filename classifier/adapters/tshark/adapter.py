"""tshark behind the stream contract: it prints every frame before it reads the next one."""

import json
import os
import subprocess
import sys

FIELDS = ["frame.number", "frame.protocols", "tcp.stream", "ip.src", "ipv6.src", "udp.srcport"]
FIELDS += ["ip.dst", "ipv6.dst", "udp.dstport", "icmp.type", "icmpv6.type"]
CARRIERS = {"eth", "ethertype", "vlan", "ip", "ipv6", "tcp", "udp", "sctp", "nbss", "rpc", "udpencap"}
NAMELESS = {"data", "ipv6.fraghdr", "ipv6.hopopts", "ipv6.dstopts", "ipv6.routing"}
REPLIES = {"0": "8", "129": "128"}
NAMES = {
    "bittorrent": "BitTorrent", "bt-dht": "BitTorrent", "bt-tracker": "BitTorrent", "bt-utp": "BitTorrent",
    "edonkey": "eDonkey", "gnutella": "Gnutella", "slsk": "Soulseek", "ftp": "FTP_CONTROL", "ftp-data": "FTP_DATA",
    "pop": "POP3", "xmpp": "Jabber", "git": "Git", "smb": "SMBv1", "smb2": "SMBv23", "rtmpt": "RTMP", "icmpv6": "ICMPV6",
    "wg": "WireGuard", "openvpn": "OpenVPN", "esp": "IPsec", "ah": "IPsec", "isakmp": "IPsec",
}


def protocol(layers):
    """The first layer that is more than a carrier, and whether a UDP or TCP header stands before it."""
    transport = ""
    for layer, inner in zip(layers, layers[1:] + [""]):
        transport = layer if layer in ("tcp", "udp") else transport
        tunnel = layer == "gre" and inner in ("ip", "ipv6")
        if not (tunnel or layer in CARRIERS or layer in NAMELESS or layer.startswith("_ws.")):
            return transport, NAMES.get(layer, layer.upper())
    return transport, ""


def main():
    lockstep = os.environ.get("DREYFUS_TIMING") == "lockstep"
    command = ["tshark", "-r", "-", "-l", "-n", "-T", "fields", "-E", "occurrence=f"]
    for field in FIELDS:
        command += ["-e", field]
    tshark = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    named = set()
    for line in tshark.stdout:
        number, layers, stream, *fields = line.rstrip("\n").split("\t")
        transport, name = protocol(layers.split(":"))
        ends = sorted((fields[0:3], fields[3:6])), [REPLIES.get(kind, kind) for kind in fields[6:]]
        flow = (transport, stream if transport == "tcp" else str(ends))
        if name and any(fields) and flow not in named:
            named.add(flow)
            print(json.dumps({"packet": int(number), "protocol": name, "at": int(number)}))
        if lockstep:
            print(json.dumps({"seen": int(number)}), flush=True)
    sys.exit(tshark.wait())


main()

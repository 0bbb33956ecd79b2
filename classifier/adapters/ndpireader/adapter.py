"""ndpiReader behind the stream contract: it lists its flows when the capture is over."""

import csv
import json
import os
import subprocess
import sys

TRANSPORTS = {"6": "TCP", "17": "UDP"}
flows = os.path.join(os.environ["TMPDIR"], "flows.csv")
status = subprocess.call(["ndpiReader", "-q", "-i", "-", "-C", flows], stdout=sys.stderr)
with open(flows, newline="") as listed:
    for flow in csv.DictReader(listed):
        if flow["protocol"] in TRANSPORTS and flow["ndpi_proto"] != "Unknown":
            print(json.dumps({
                "src_ip": flow["src_ip"], "src_port": int(flow["src_port"]),
                "dest_ip": flow["dst_ip"], "dest_port": int(flow["dst_port"]),
                "proto": TRANSPORTS[flow["protocol"]], "protocol": flow["ndpi_proto"],
            }))
sys.exit(status)

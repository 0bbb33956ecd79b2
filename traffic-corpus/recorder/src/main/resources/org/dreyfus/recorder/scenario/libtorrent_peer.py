"""A BitTorrent peer: python3-libtorrent with everything off that the scenario does not ask for."""
import argparse
import time

import libtorrent

parser = argparse.ArgumentParser()
parser.add_argument("address")
parser.add_argument("port")
parser.add_argument("folder")
parser.add_argument("torrent")
parser.add_argument("--seed", action="store_true")
parser.add_argument("--utp", action="store_true", help="uTP only; TCP only without it")
parser.add_argument("--encrypt", action="store_true", help="MSE with RC4 required; plain without it")
parser.add_argument("--peer", help="HOST:PORT to connect to, instead of a tracker")
options = parser.parse_args()

settings = {
    "listen_interfaces": f"{options.address}:{options.port}",
    "enable_dht": False,
    "enable_lsd": False,
    "enable_upnp": False,
    "enable_natpmp": False,
    "enable_outgoing_tcp": not options.utp,
    "enable_incoming_tcp": not options.utp,
    "enable_outgoing_utp": options.utp,
    "enable_incoming_utp": options.utp,
    "allow_multiple_connections_per_ip": False,
    "rate_limit_ip_overhead": False,
    "min_reconnect_time": 1,
}
if options.encrypt:
    settings.update(in_enc_policy=0, out_enc_policy=0, allowed_enc_level=2, prefer_rc4=True)
else:
    settings.update(in_enc_policy=2, out_enc_policy=2)

session = libtorrent.session(settings)
parameters = libtorrent.add_torrent_params()
parameters.ti = libtorrent.torrent_info(options.torrent)
parameters.save_path = options.folder
if options.seed:
    parameters.flags |= libtorrent.torrent_flags.seed_mode
torrent = session.add_torrent(parameters)

deadline = time.time() + 80
asked = 0.0
while time.time() < deadline:
    status = torrent.status()
    if status.is_seeding and not options.seed:
        print("DONE", flush=True)
        time.sleep(1)
        break
    if options.peer and status.num_peers == 0 and time.time() - asked > 3:
        asked = time.time()
        host, port = options.peer.split(":")
        torrent.connect_peer((host, int(port)))
    for alert in session.pop_alerts():
        print(type(alert).__name__, alert.message(), flush=True)
    time.sleep(0.1)

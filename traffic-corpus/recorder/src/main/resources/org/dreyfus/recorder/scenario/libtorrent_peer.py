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
parser.add_argument("--dht", help="HOST:PORT of a DHT node to begin with (BEP 5)")
parser.add_argument("--upload", type=int, default=0, help="bytes a second at most; 0: no limit")
parser.add_argument("--socks", help="HOST:PORT of a SOCKS5 proxy for everything")
parser.add_argument("--content", action="store_true", help="asks nobody for what it lacks")
parser.add_argument("--super", action="store_true", help="super-seeding: BEP 16")
options = parser.parse_args()

settings = {
    "listen_interfaces": f"{options.address}:{options.port}",
    "enable_dht": bool(options.dht),
    "dht_bootstrap_nodes": options.dht or "",
    "dht_restrict_routing_ips": False,
    "dht_restrict_search_ips": False,
    "dht_ignore_dark_internet": False,
    "dht_enforce_node_id": False,
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

if options.socks:
    host, port = options.socks.split(":")
    settings.update(
        proxy_type=libtorrent.proxy_type_t.socks5,
        proxy_hostname=host,
        proxy_port=int(port),
        proxy_peer_connections=True,
        proxy_tracker_connections=True,
        proxy_hostnames=True,
    )

session = libtorrent.session(settings)
if options.torrent.startswith("magnet:"):
    parameters = libtorrent.parse_magnet_uri(options.torrent)
else:
    parameters = libtorrent.add_torrent_params()
    parameters.ti = libtorrent.torrent_info(options.torrent)
parameters.save_path = options.folder
if options.seed:
    parameters.flags |= libtorrent.torrent_flags.seed_mode
if options.super:
    parameters.flags |= libtorrent.torrent_flags.super_seeding
torrent = session.add_torrent(parameters)
if options.upload:
    torrent.set_upload_limit(options.upload)
if options.content:
    torrent.prioritize_pieces([0] * parameters.ti.num_pieces())

deadline = time.time() + 80
asked = 0.0
announced = time.time()
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
    if options.dht and time.time() - announced > 2:
        announced = time.time()
        torrent.force_dht_announce()
    for alert in session.pop_alerts():
        print(type(alert).__name__, alert.message(), flush=True)
    time.sleep(0.1)

"""A node of the DHT that has no torrent of its own: python3-libtorrent. ADDRESS PORT [HOST:PORT]"""
import sys
import time

import libtorrent

address, port, *bootstrap = sys.argv[1:]
libtorrent_session = libtorrent.session(
    {
        "listen_interfaces": f"{address}:{port}",
        "enable_dht": True,
        "enable_lsd": False,
        "enable_upnp": False,
        "enable_natpmp": False,
        "dht_bootstrap_nodes": ",".join(bootstrap),
        "dht_restrict_routing_ips": False,
        "dht_restrict_search_ips": False,
        "dht_ignore_dark_internet": False,
        "dht_enforce_node_id": False,
    }
)
while True:
    time.sleep(1)

#!/bin/sh
# Called by openconnect: gives the tunnel device its address and the way to the other end.
if [ "$reason" = connect ]; then
  ip link set "$TUNDEV" up mtu "${INTERNAL_IP4_MTU:-1400}"
  ip addr add "$INTERNAL_IP4_ADDRESS/32" peer 192.168.88.1 dev "$TUNDEV"
fi

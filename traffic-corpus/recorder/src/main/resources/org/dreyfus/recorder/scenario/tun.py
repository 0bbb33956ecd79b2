"""A point-to-point device whose packets a program carries itself: Linux's tun driver."""
import fcntl
import os
import struct
import subprocess

TUNSETIFF = 0x400454CA
IFF_TUN, IFF_NO_PI = 0x0001, 0x1000


def open_device(own, peer, mtu):
    """Makes tun0 with this address and returns its descriptor: one IP packet a read or write."""
    device = os.open("/dev/net/tun", os.O_RDWR)
    fcntl.ioctl(device, TUNSETIFF, struct.pack("16sH", b"tun0", IFF_TUN | IFF_NO_PI))
    for command in (f"link set tun0 up mtu {mtu}", f"addr add {own} peer {peer} dev tun0"):
        subprocess.run(["ip", *command.split()], check=True)
    return device

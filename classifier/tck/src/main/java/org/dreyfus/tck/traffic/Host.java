package org.dreyfus.tck.traffic;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;

/** Addresses of made-up hosts, from the ranges for documentation and benchmarks. */
final class Host {

  private Host() {}

  /** In 198.18.0.0/15 (RFC 2544): ordinary hosts. */
  static InetAddress ordinary(int number) {
    return address(ByteBuffer.allocate(4).putInt(0xC612_0000 + number).array());
  }

  /** In 203.0.113.0/24 (RFC 5737): the hosts of odd packets, which no ordinary flow has. */
  static InetAddress odd(int number) {
    return address(ByteBuffer.allocate(4).putInt(0xCB00_7100 + (number & 0xff)).array());
  }

  /** In 10.0.0.0/8: hosts of a crowd. */
  static InetAddress crowd(int number) {
    return address(ByteBuffer.allocate(4).putInt(0x0A00_0000 + number).array());
  }

  /** In 2001:db8::/32 (RFC 3849). */
  static InetAddress ipv6(int number) {
    return address(
        ByteBuffer.allocate(16).putInt(0x2001_0DB8).putInt(0).putInt(0).putInt(number).array());
  }

  private static InetAddress address(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("4 or 16 bytes are an address", e);
    }
  }
}

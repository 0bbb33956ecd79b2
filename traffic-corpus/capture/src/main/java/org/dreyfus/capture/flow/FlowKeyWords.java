package org.dreyfus.capture.flow;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import org.dreyfus.classifier.FlowKey;

/** Reads the words of a {@link PacketKey} back. */
final class FlowKeyWords {

  private FlowKeyWords() {}

  static int ipProtocol(long word1) {
    return (int) (word1 >>> 24) & 0xff;
  }

  /** Port of the endpoint that stands first, or of the other one. */
  static int port(long word0, long word1, boolean low) {
    if (!low) {
      return (int) (word1 >>> 32) & 0xffff;
    }
    return (int) (PacketKey.isIpv4(word1) ? word0 >>> 16 : word1 >>> 48) & 0xffff;
  }

  static FlowKey toKey(
      long word0, long word1, long word2, long word3, long word4, boolean initiatorIsLow) {
    boolean ipv4 = PacketKey.isIpv4(word1);
    InetAddress low = ipv4 ? ipv4((int) (word0 >>> 32)) : ipv6(word0, word2);
    InetAddress high = ipv4 ? ipv4((int) (word0 << 16 | word1 >>> 48)) : ipv6(word3, word4);
    int lowPort = port(word0, word1, true);
    int highPort = port(word0, word1, false);
    int ipProtocol = ipProtocol(word1);
    return initiatorIsLow
        ? new FlowKey(low, lowPort, high, highPort, ipProtocol)
        : new FlowKey(high, highPort, low, lowPort, ipProtocol);
  }

  private static InetAddress ipv4(int address) {
    try {
      return Inet4Address.getByAddress(ByteBuffer.allocate(4).putInt(address).array());
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }

  /** An IPv4-mapped address stays an IPv6 address. */
  private static InetAddress ipv6(long upper, long lower) {
    byte[] bytes = ByteBuffer.allocate(16).putLong(upper).putLong(lower).array();
    try {
      return Inet6Address.getByAddress("", bytes, -1);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("sixteen bytes are an address", e);
    }
  }
}

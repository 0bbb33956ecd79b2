package org.dreyfus.tck.traffic;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Bytes of headers, with right lengths and checksums. RFC 791, 8200, 768, 9293. */
final class Packets {

  static final int TCP = 6;
  static final int UDP = 17;

  static final int FIN = 1;
  static final int SYN = 2;
  static final int RST = 4;
  static final int PSH = 8;
  static final int ACK = 16;

  static final int IPV4 = 0x0800;
  static final int IPV6 = 0x86DD;

  private static final int ETHERNET_HEADER = 14;

  private Packets() {}

  static byte[] ethernet(int type, byte[] payload) {
    return ByteBuffer.allocate(ETHERNET_HEADER + payload.length)
        .put(new byte[] {2, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 2})
        .putShort((short) type)
        .put(payload)
        .array();
  }

  /** An IP packet of either version in its frame. */
  static byte[] ip(InetAddress from, InetAddress to, int protocol, byte[] payload) {
    return from.getAddress().length == 4
        ? ethernet(IPV4, ipv4(from, to, protocol, 0, payload))
        : ethernet(IPV6, ipv6(from, to, protocol, payload));
  }

  /**
   * @param fragment flags and offset in units of 8 bytes, as they stand in the header
   */
  static byte[] ipv4(InetAddress from, InetAddress to, int protocol, int fragment, byte[] payload) {
    ByteBuffer header = ByteBuffer.allocate(20 + payload.length);
    header.put((byte) 0x45).put((byte) 0).putShort((short) (20 + payload.length));
    header.putShort((short) 0x1234).putShort((short) fragment);
    header.put((byte) 64).put((byte) protocol).putShort((short) 0);
    header.put(from.getAddress()).put(to.getAddress());
    header.putShort(10, checksum(sum(Arrays.copyOf(header.array(), 20), 0)));
    return header.put(payload).array();
  }

  static byte[] ipv6(InetAddress from, InetAddress to, int next, byte[] payload) {
    return ByteBuffer.allocate(40 + payload.length)
        .putInt(6 << 28)
        .putShort((short) payload.length)
        .put((byte) next)
        .put((byte) 64)
        .put(from.getAddress())
        .put(to.getAddress())
        .put(payload)
        .array();
  }

  static byte[] udp(InetAddress from, int fromPort, InetAddress to, int toPort, byte[] payload) {
    ByteBuffer datagram =
        ByteBuffer.allocate(8 + payload.length)
            .putShort((short) fromPort)
            .putShort((short) toPort)
            .putShort((short) (8 + payload.length))
            .putShort((short) 0)
            .put(payload);
    datagram.putShort(6, transportChecksum(from, to, UDP, datagram.array()));
    return datagram.array();
  }

  static byte[] tcp(
      InetAddress from,
      int fromPort,
      InetAddress to,
      int toPort,
      int sequence,
      int acknowledged,
      int flags,
      byte[] payload) {
    ByteBuffer segment =
        ByteBuffer.allocate(20 + payload.length)
            .putShort((short) fromPort)
            .putShort((short) toPort)
            .putInt(sequence)
            .putInt(acknowledged)
            .put((byte) 0x50)
            .put((byte) flags)
            .putShort((short) 0xFFFF)
            .putInt(0)
            .put(payload);
    segment.putShort(16, transportChecksum(from, to, TCP, segment.array()));
    return segment.array();
  }

  private static short transportChecksum(
      InetAddress from, InetAddress to, int protocol, byte[] segment) {
    long sum = sum(from.getAddress(), 0);
    sum = sum(to.getAddress(), sum) + protocol + segment.length;
    return checksum(sum(segment, sum));
  }

  /** RFC 1071. */
  private static long sum(byte[] bytes, long before) {
    long sum = before;
    for (int i = 0; i < bytes.length; i++) {
      sum += (i & 1) == 0 ? (bytes[i] & 0xffL) << 8 : bytes[i] & 0xffL;
    }
    return sum;
  }

  private static short checksum(long sum) {
    long folded = sum;
    while (folded >>> 16 != 0) {
      folded = (folded & 0xffff) + (folded >>> 16);
    }
    return (short) ~folded;
  }

  /** ICMP and ICMPv6 echo, request or answer, with a checksum for ICMP only. */
  static byte[] echo(int type, byte[] payload) {
    ByteBuffer message =
        ByteBuffer.allocate(8 + payload.length)
            .put((byte) type)
            .put((byte) 0)
            .putShort((short) 0)
            .putShort((short) 7)
            .putShort((short) 1)
            .put(payload);
    message.putShort(2, checksum(sum(message.array(), 0)));
    return message.array();
  }
}

package org.dreyfus.inline.appliance;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Fields and checksums of Ethernet, IP (RFC 791, RFC 8200), TCP (RFC 9293) and UDP (RFC 768). */
public final class Frames {

  public static final int TCP = 6;
  public static final int UDP = 17;
  public static final int MAC_BYTES = 6;
  public static final int ETHERNET_HEADER = 14;
  public static final int IPV4_HEADER = 20;
  public static final int IPV6_HEADER = 40;
  public static final int TCP_HEADER = 20;
  public static final int UDP_HEADER = 8;

  private static final int TTL = 64;
  private static final int DO_NOT_FRAGMENT = 0x4000;
  private static final int WORD = 0xffff;

  private Frames() {}

  public static int u8(byte[] bytes, int at) {
    return bytes[at] & 0xff;
  }

  public static int u16(byte[] bytes, int at) {
    return u8(bytes, at) << 8 | u8(bytes, at + 1);
  }

  public static int i32(byte[] bytes, int at) {
    return u16(bytes, at) << 16 | u16(bytes, at + 2);
  }

  /** Whether the packet at {@code network} lies in nothing but Ethernet, with VLAN tags or none. */
  public static boolean liesInEthernet(byte[] frame, int network) {
    int version = u8(frame, network) >>> 4;
    int at = 2 * MAC_BYTES;
    while (at < network - 2 && (u16(frame, at) == 0x8100 || u16(frame, at) == 0x88a8)) {
      at += 4;
    }
    return at == network - 2 && u16(frame, at) == (version == 4 ? 0x0800 : 0x86dd);
  }

  /**
   * A frame with the link header of another, and room for a packet. IP header filled in but for
   * checksums.
   *
   * @param like whose link header and addresses are taken
   * @param network where its IP header starts
   * @param turned whether it goes back to the sender of the other
   * @param payload of IP
   */
  public static ByteBuffer like(
      byte[] like, int network, boolean turned, int protocol, byte[] payload) {
    boolean ipv4 = u8(like, network) >>> 4 == 4;
    int header = ipv4 ? IPV4_HEADER : IPV6_HEADER;
    ByteBuffer frame = ByteBuffer.allocate(network + header + payload.length);
    frame.put(like, turned ? MAC_BYTES : 0, MAC_BYTES);
    frame.put(like, turned ? 0 : MAC_BYTES, MAC_BYTES);
    frame.put(like, 2 * MAC_BYTES, network - 2 * MAC_BYTES);
    int addressBytes = ipv4 ? 4 : 16;
    int source = network + (ipv4 ? 12 : 8);
    if (ipv4) {
      frame.put((byte) 0x45).put((byte) 0).putShort((short) (header + payload.length));
      frame.putShort((short) 0).putShort((short) DO_NOT_FRAGMENT);
      frame.put((byte) TTL).put((byte) protocol).putShort((short) 0);
    } else {
      frame.putInt(6 << 28).putShort((short) payload.length);
      frame.put((byte) protocol).put((byte) TTL);
    }
    frame.put(like, turned ? source + addressBytes : source, addressBytes);
    frame.put(like, turned ? source : source + addressBytes, addressBytes);
    return frame.put(payload);
  }

  /** A TCP header without options, checksum 0. */
  public static byte[] tcp(
      int sourcePort, int destinationPort, int sequence, int acknowledged, int flags, byte[] data) {
    ByteBuffer segment = ByteBuffer.allocate(TCP_HEADER + data.length);
    segment.putShort((short) sourcePort).putShort((short) destinationPort);
    segment.putInt(sequence).putInt(acknowledged);
    segment.put((byte) (TCP_HEADER / 4 << 4)).put((byte) flags);
    segment.putShort((short) ((flags & 4) != 0 ? 0 : WORD)).putInt(0);
    return segment.put(data).array();
  }

  /** A UDP datagram, checksum 0. */
  public static byte[] udp(int sourcePort, int destinationPort, byte[] data) {
    ByteBuffer datagram = ByteBuffer.allocate(UDP_HEADER + data.length);
    datagram.putShort((short) sourcePort).putShort((short) destinationPort);
    datagram.putShort((short) (UDP_HEADER + data.length)).putShort((short) 0);
    return datagram.put(data).array();
  }

  /** Fills in the checksums of a packet without IP options or extensions. */
  public static byte[] withChecksums(byte[] frame, int network) {
    boolean ipv4 = u8(frame, network) >>> 4 == 4;
    int transport = network + (ipv4 ? IPV4_HEADER : IPV6_HEADER);
    int protocol = u8(frame, network + (ipv4 ? 9 : 6));
    if (ipv4) {
      put16(frame, network + 10, 0);
      put16(frame, network + 10, complement(sum(frame, network, transport, 0)));
    }
    int place = transport + (protocol == TCP ? 16 : 6);
    put16(frame, place, 0);
    long pseudo = protocol + (long) (frame.length - transport);
    pseudo = sum(frame, network + (ipv4 ? 12 : 8), transport, pseudo);
    int checksum = complement(sum(frame, transport, frame.length, pseudo));
    put16(frame, place, checksum == 0 && protocol == UDP ? WORD : checksum);
    return frame;
  }

  private static void put16(byte[] bytes, int at, int value) {
    bytes[at] = (byte) (value >>> 8);
    bytes[at + 1] = (byte) value;
  }

  /** RFC 1071. */
  private static long sum(byte[] bytes, int from, int to, long start) {
    long sum = start;
    for (int i = from; i + 1 < to; i += 2) {
      sum += u16(bytes, i);
    }
    return (to - from & 1) == 0 ? sum : sum + (u8(bytes, to - 1) << 8);
  }

  private static int complement(long sum) {
    long folded = sum;
    while (folded > WORD) {
      folded = (folded & WORD) + (folded >>> 16);
    }
    return (int) ~folded & WORD;
  }

  /** Whether {@code bytes} has {@code text} at {@code at}. */
  public static boolean has(byte[] bytes, int at, int end, byte[] text) {
    return at >= 0
        && at + text.length <= end
        && Arrays.equals(bytes, at, at + text.length, text, 0, text.length);
  }
}

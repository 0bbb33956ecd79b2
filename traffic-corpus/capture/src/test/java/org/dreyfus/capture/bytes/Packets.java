package org.dreyfus.capture.bytes;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;

/** Packets from the inside out: {@code ethernet(0x800, ipv4(A, B, 6, tcp(...)))}. */
public final class Packets {

  public static final int FIN = 1;
  public static final int SYN = 2;
  public static final int RST = 4;
  public static final int ACK = 16;

  private Packets() {}

  public static byte[] join(byte[]... parts) {
    int length = 0;
    for (byte[] part : parts) {
      length += part.length;
    }
    ByteBuffer all = ByteBuffer.allocate(length);
    for (byte[] part : parts) {
      all.put(part);
    }
    return all.array();
  }

  /** Bytes from hex digits; blanks are ignored. */
  public static byte[] hex(String digits) {
    String clean = digits.replace(" ", "");
    byte[] bytes = new byte[clean.length() / 2];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Integer.parseInt(clean.substring(2 * i, 2 * i + 2), 16);
    }
    return bytes;
  }

  public static byte[] text(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) ('a' + i % 26);
    }
    return bytes;
  }

  private static byte[] u16(int... values) {
    ByteBuffer bytes = ByteBuffer.allocate(2 * values.length);
    for (int value : values) {
      bytes.putShort((short) value);
    }
    return bytes.array();
  }

  public static byte[] address(String literal) {
    try {
      return InetAddress.getByName(literal).getAddress();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(literal, e);
    }
  }

  public static byte[] ethernet(int etherType, byte[] payload) {
    return join(hex("020000000002 020000000001"), u16(etherType), payload);
  }

  public static byte[] vlan(int id, int etherType, byte[] payload) {
    return join(u16(id, etherType), payload);
  }

  /** One label stack entry. */
  public static byte[] mpls(int label, boolean bottom, byte[] payload) {
    int entry = label << 12 | (bottom ? 0x100 : 0) | 64;
    return join(u16(entry >>> 16, entry), payload);
  }

  public static byte[] pppoe(int pppProtocol, byte[] payload) {
    return join(u16(0x1100, 7, payload.length + 2, pppProtocol), payload);
  }

  public static byte[] ipv4(String source, String destination, int protocol, byte[] payload) {
    return ipv4Fragment(source, destination, protocol, 1, 0, false, payload);
  }

  /** Offset in bytes, a multiple of 8. */
  public static byte[] ipv4Fragment(
      String source,
      String destination,
      int protocol,
      int id,
      int offset,
      boolean more,
      byte[] payload) {
    int fragment = (more ? 0x2000 : 0) | offset / 8;
    byte[] header =
        join(
            u16(0x4500, 20 + payload.length, id, fragment, 64 << 8 | protocol, 0),
            address(source),
            address(destination));
    return join(checksummed(header, 10), payload);
  }

  public static byte[] ipv6(String source, String destination, int next, byte[] payload) {
    return join(
        u16(0x6000, 0, payload.length, next << 8 | 64),
        address(source),
        address(destination),
        payload);
  }

  /** An extension header of {@code 8 * (units + 1)} bytes. */
  public static byte[] extension(int next, int units, byte[] payload) {
    byte[] header = new byte[8 * (units + 1)];
    header[0] = (byte) next;
    header[1] = (byte) units;
    header[2] = 1;
    header[3] = (byte) (header.length - 4);
    return join(header, payload);
  }

  public static byte[] ipv6Fragment(int next, int id, int offset, boolean more, byte[] payload) {
    return join(u16(next << 8, offset | (more ? 1 : 0), id >>> 16, id), payload);
  }

  public static byte[] tcp(int sourcePort, int destinationPort, int flags, byte[] payload) {
    return join(u16(sourcePort, destinationPort, 0, 1, 0, 1, 0x5000 | flags, 8192, 0, 0), payload);
  }

  public static byte[] udp(int sourcePort, int destinationPort, byte[] payload) {
    return join(u16(sourcePort, destinationPort, 8 + payload.length, 0), payload);
  }

  public static byte[] sctp(int sourcePort, int destinationPort, byte[] payload) {
    return join(u16(sourcePort, destinationPort, 0, 1, 0, 0), payload);
  }

  public static byte[] icmp(int type, int code, byte[] payload) {
    return checksummed(join(u16(type << 8 | code, 0, 0, 0), payload), 2);
  }

  public static byte[] gre(int flags, int etherType, byte[] fields, byte[] payload) {
    return join(u16(flags, etherType), fields, payload);
  }

  private static byte[] checksummed(byte[] bytes, int at) {
    int sum = 0;
    for (int i = 0; i < bytes.length; i++) {
      sum += (bytes[i] & 0xff) << (i % 2 == 0 ? 8 : 0);
    }
    sum = (sum & 0xffff) + (sum >>> 16);
    sum = ~((sum & 0xffff) + (sum >>> 16));
    bytes[at] = (byte) (sum >>> 8);
    bytes[at + 1] = (byte) sum;
    return bytes;
  }
}

package org.dreyfus.inline.replay;

import java.util.Arrays;
import java.util.Optional;

/**
 * Addresses, protocol and ports of a packet, in the direction in which it goes. ICMP errors go by
 * the packet that they quote (RFC 792, RFC 4443).
 *
 * @param text of all of it
 */
record Tuple(String text) {

  private static final int QUOTE = 8;

  /** Of a packet as it goes. */
  static Tuple of(byte[] frame) {
    return of(frame, false);
  }

  /** Of a packet that would answer it. */
  static Tuple answering(byte[] frame) {
    return of(frame, true);
  }

  private static Tuple of(byte[] frame, boolean turned) {
    int source = IpPacket.sourceAt(frame);
    int length = IpPacket.addressLength(frame);
    int protocol = IpPacket.protocol(frame);
    int transport = IpPacket.transportAt(frame);
    boolean ports =
        (protocol == IpPacket.TCP || protocol == IpPacket.UDP)
            && IpPacket.fragmentOffset(frame) == 0
            && transport + 4 <= frame.length;
    int first = ports ? Bytes.u16(frame, transport) : 0;
    int second = ports ? Bytes.u16(frame, transport + 2) : 0;
    String from = address(frame, source, length) + ":" + first;
    String to = address(frame, source + length, length) + ":" + second;
    return new Tuple(protocol + " " + (turned ? to + " " + from : from + " " + to));
  }

  /** The packet that an ICMP error speaks of, as it went; empty when it is none. */
  static Optional<Tuple> quoted(byte[] frame) {
    int protocol = IpPacket.protocol(frame);
    int at = IpPacket.transportAt(frame);
    if (at + QUOTE + 28 > frame.length || !isError(protocol, Bytes.u8(frame, at))) {
      return Optional.empty();
    }
    byte[] quote = Arrays.copyOfRange(frame, at + QUOTE - Ethernet.HEADER, frame.length);
    Bytes.put16(quote, Ethernet.TYPE, protocol == IpPacket.ICMP ? Ethernet.IPV4 : Ethernet.IPV6);
    return IpPacket.version(quote) == 0 ? Optional.empty() : Optional.of(of(quote));
  }

  private static boolean isError(int protocol, int type) {
    if (protocol == IpPacket.ICMP) {
      return type == 3 || type == 4 || type == 5 || type == 11 || type == 12;
    }
    return protocol == IpPacket.ICMPV6 && type < 128;
  }

  /** The address to which a packet goes. */
  static String destination(byte[] frame) {
    int length = IpPacket.addressLength(frame);
    return address(frame, IpPacket.sourceAt(frame) + length, length);
  }

  /** The address that a packet says it comes from. */
  static String source(byte[] frame) {
    return address(frame, IpPacket.sourceAt(frame), IpPacket.addressLength(frame));
  }

  private static String address(byte[] frame, int at, int length) {
    StringBuilder text = new StringBuilder();
    if (length == 4) {
      for (int i = 0; i < 4; i++) {
        text.append(i == 0 ? "" : ".").append(Bytes.u8(frame, at + i));
      }
    } else {
      for (int i = 0; i < 16; i += 2) {
        text.append(i == 0 ? "" : ":").append(Integer.toHexString(Bytes.u16(frame, at + i)));
      }
    }
    return text.toString();
  }
}

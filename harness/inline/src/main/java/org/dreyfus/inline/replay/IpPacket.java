package org.dreyfus.inline.replay;

/**
 * Where things are in the IP packet of an Ethernet frame. RFC 791, RFC 8200. Only outermost
 * headers.
 */
final class IpPacket {

  static final int TCP = 6;
  static final int UDP = 17;
  static final int ICMP = 1;
  static final int ICMPV6 = 58;
  static final int GRE = 47;
  static final int ESP = 50;

  private static final int AT = Ethernet.HEADER;
  private static final int IPV4_MINIMUM = 20;
  private static final int IPV6_HEADER = 40;
  private static final int FRAGMENT_HEADER = 44;

  private IpPacket() {}

  /** 4 or 6; 0 when it is neither, or cut off. */
  static int version(byte[] frame) {
    int type = Ethernet.type(frame);
    if (type == Ethernet.IPV4 && frame.length >= AT + IPV4_MINIMUM && headerFits(frame)) {
      return 4;
    }
    return type == Ethernet.IPV6 && frame.length >= AT + IPV6_HEADER ? 6 : 0;
  }

  private static boolean headerFits(byte[] frame) {
    int length = (frame[AT] & 15) * 4;
    return length >= IPV4_MINIMUM && AT + length <= frame.length;
  }

  /** Where the packet ends; a frame may be longer. */
  static int end(byte[] frame) {
    int length =
        version(frame) == 4 ? Bytes.u16(frame, AT + 2) : IPV6_HEADER + Bytes.u16(frame, AT + 4);
    return Math.min(frame.length, AT + length);
  }

  static int sourceAt(byte[] frame) {
    return version(frame) == 4 ? AT + 12 : AT + 8;
  }

  static int addressLength(byte[] frame) {
    return version(frame) == 4 ? 4 : 16;
  }

  /** The protocol after the IP header and the IPv6 extensions that are skipped with it. */
  static int protocol(byte[] frame) {
    if (version(frame) == 4) {
      return Bytes.u8(frame, AT + 9);
    }
    return Bytes.u8(frame, lastHeaderAt(frame));
  }

  /** Where the transport header starts, at most the end of the packet. */
  static int transportAt(byte[] frame) {
    if (version(frame) == 4) {
      return Math.min(end(frame), AT + (frame[AT] & 15) * 4);
    }
    int at = AT + IPV6_HEADER;
    int next = Bytes.u8(frame, AT + 6);
    while (isExtension(next) && at + 8 <= end(frame)) {
      int following = Bytes.u8(frame, at);
      at += next == FRAGMENT_HEADER ? 8 : (Bytes.u8(frame, at + 1) + 1) * 8;
      next = following;
    }
    return Math.min(end(frame), at);
  }

  /** Where the number of the transport protocol stands in an IPv6 packet. */
  private static int lastHeaderAt(byte[] frame) {
    int where = AT + 6;
    int at = AT + IPV6_HEADER;
    while (isExtension(Bytes.u8(frame, where)) && at + 8 <= end(frame)) {
      boolean fragment = Bytes.u8(frame, where) == FRAGMENT_HEADER;
      where = at;
      at += fragment ? 8 : (Bytes.u8(frame, at + 1) + 1) * 8;
    }
    return where;
  }

  private static boolean isExtension(int protocol) {
    return switch (protocol) {
      case 0, 43, FRAGMENT_HEADER, 60, 135 -> true;
      default -> false;
    };
  }

  /** Whether the packet is a part of a datagram. */
  static boolean isFragment(byte[] frame) {
    if (version(frame) == 4) {
      return (Bytes.u16(frame, AT + 6) & 0x3fff) != 0;
    }
    int at = fragmentHeaderAt(frame);
    return at > 0 && (Bytes.u16(frame, at + 2) & 0xfff9) != 0;
  }

  /** Place of a fragment in its datagram, in units of 8 bytes; 0 for whole packets. */
  static int fragmentOffset(byte[] frame) {
    if (version(frame) == 4) {
      return Bytes.u16(frame, AT + 6) & 0x1fff;
    }
    int at = fragmentHeaderAt(frame);
    return at > 0 ? Bytes.u16(frame, at + 2) >>> 3 : 0;
  }

  private static int fragmentHeaderAt(byte[] frame) {
    int next = Bytes.u8(frame, AT + 6);
    int at = AT + IPV6_HEADER;
    while (isExtension(next) && at + 8 <= end(frame)) {
      if (next == FRAGMENT_HEADER) {
        return at;
      }
      next = Bytes.u8(frame, at);
      at += (Bytes.u8(frame, at + 1) + 1) * 8;
    }
    return -1;
  }

  /**
   * Where the transport's payload starts; of ICMP, GRE, ESP and others, where what may be changed
   * starts without making it another kind of packet.
   */
  static int payloadAt(byte[] frame) {
    int at = transportAt(frame);
    int end = end(frame);
    if (fragmentOffset(frame) != 0) {
      return at;
    }
    int header =
        switch (protocol(frame)) {
          case TCP -> at + 13 <= end ? Math.max(20, (Bytes.u8(frame, at + 12) >>> 4) * 4) : 20;
          case UDP, ICMP, ICMPV6, ESP -> 8;
          case GRE -> 16;
          default -> 0;
        };
    return Math.min(end, at + header);
  }

  /** The tag under which a packet is known on the wire: 16 bits that devices leave alone. */
  static int tag(byte[] frame) {
    return Ethernet.type(frame) == Ethernet.IPV4
        ? Bytes.u16(frame, AT + 4)
        : Bytes.u16(frame, AT + 2);
  }

  /** Marks a packet: the identification (IPv4), or the lower bits of the flow label (IPv6). */
  static void tag(byte[] frame, int tag) {
    if (Ethernet.type(frame) == Ethernet.IPV4) {
      int before = Bytes.u16(frame, AT + 4);
      Bytes.put16(frame, AT + 4, tag);
      Bytes.put16(frame, AT + 10, Checksum.corrected(Bytes.u16(frame, AT + 10), before, tag));
    } else {
      Bytes.put16(frame, AT + 2, tag);
    }
  }
}

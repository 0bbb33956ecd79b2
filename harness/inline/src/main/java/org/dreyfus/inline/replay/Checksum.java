package org.dreyfus.inline.replay;

/** The Internet checksum, RFC 1071 and RFC 1624. */
final class Checksum {

  private static final int AT = Ethernet.HEADER;

  private Checksum() {}

  /** The checksum after one 16-bit word under it has changed (RFC 1624, equation 3). */
  static int corrected(int checksum, int before, int after) {
    return ~folded((~checksum & 0xffff) + (~before & 0xffff) + after) & 0xffff;
  }

  /**
   * Computes all checksums of a packet anew: IPv4 header, TCP, UDP, ICMP. A UDP checksum of zero
   * over IPv4 means none and stays. Fragments keep that of their transport: it covers the whole
   * datagram.
   */
  static void redo(byte[] frame) {
    if (IpPacket.version(frame) == 4) {
      Bytes.put16(frame, AT + 10, 0);
      int header = (frame[AT] & 15) * 4;
      Bytes.put16(frame, AT + 10, ~folded(sum(frame, AT, AT + header, 0)) & 0xffff);
    }
    if (!IpPacket.isFragment(frame)) {
      redoTransport(frame);
    }
  }

  private static void redoTransport(byte[] frame) {
    int at = IpPacket.transportAt(frame);
    int end = IpPacket.end(frame);
    int protocol = IpPacket.protocol(frame);
    int place =
        switch (protocol) {
          case IpPacket.TCP -> at + 16;
          case IpPacket.UDP -> at + 6;
          case IpPacket.ICMP, IpPacket.ICMPV6 -> at + 2;
          default -> end;
        };
    boolean none =
        protocol == IpPacket.UDP
            && IpPacket.version(frame) == 4
            && place + 2 <= end
            && Bytes.u16(frame, place) == 0;
    if (place + 2 > end || none) {
      return;
    }
    Bytes.put16(frame, place, 0);
    int pseudo = protocol == IpPacket.ICMP ? 0 : pseudoHeader(frame, protocol, end - at);
    int checksum = ~folded(sum(frame, at, end, pseudo)) & 0xffff;
    Bytes.put16(frame, place, checksum == 0 && protocol == IpPacket.UDP ? 0xffff : checksum);
  }

  private static int pseudoHeader(byte[] frame, int protocol, int length) {
    int source = IpPacket.sourceAt(frame);
    return sum(frame, source, source + 2 * IpPacket.addressLength(frame), protocol + length);
  }

  private static int sum(byte[] bytes, int from, int to, int start) {
    int sum = start;
    int at = from;
    for (; at + 1 < to; at += 2) {
      sum += Bytes.u16(bytes, at);
    }
    return folded(at < to ? sum + (Bytes.u8(bytes, at) << 8) : sum);
  }

  private static int folded(int sum) {
    int folded = sum;
    while (folded >>> 16 != 0) {
      folded = (folded & 0xffff) + (folded >>> 16);
    }
    return folded;
  }
}

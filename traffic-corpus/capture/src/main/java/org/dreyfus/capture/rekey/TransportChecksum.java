package org.dreyfus.capture.rekey;

import java.nio.ByteBuffer;

/** Corrects the checksums above a payload that changed, those inside quoted packets included. */
final class TransportChecksum {

  private static final int TCP_CHECKSUM = 16;
  private static final int UDP_CHECKSUM = 6;

  private TransportChecksum() {}

  /** Applies a change to the checksum of the TCP or UDP header at {@code at}, if it is there. */
  static void apply(ChecksumDelta change, ByteBuffer buffer, int protocol, int at, int end) {
    boolean tcp = protocol == NetworkHeader.TCP;
    int place = at + (tcp ? TCP_CHECKSUM : UDP_CHECKSUM);
    if (place + 2 <= end) {
      int before = buffer.getShort(place);
      buffer.putShort(
          place, (short) (tcp ? change.appliedTo(before) : change.appliedToUdp(before)));
    }
  }

  /**
   * @param at where an IP header starts
   * @param change of the payload; parity counts from the start of the outermost transport header
   */
  static void correctIp(ChecksumDelta change, ByteBuffer buffer, int at, int end) {
    if (at >= end) {
      return;
    }
    int version = (buffer.get(at) & 0xff) >>> 4;
    if (version == 4 && at + 20 <= end && (buffer.getShort(at + 6) & 0x1fff) == 0) {
      int transport = NetworkHeader.transportOffset(buffer, at, end);
      correct(change, buffer, buffer.get(at + 9) & 0xff, transport, end);
    } else if (version == 6 && at + 40 <= end) {
      Ipv6Headers.Last last = Ipv6Headers.last(buffer, at, end);
      if (!last.laterFragment()) {
        correct(change, buffer, last.protocol(), last.offset(), end);
      }
    }
  }

  private static void correct(
      ChecksumDelta change, ByteBuffer buffer, int protocol, int at, int end) {
    switch (protocol) {
      case NetworkHeader.TCP, NetworkHeader.UDP -> apply(change, buffer, protocol, at, end);
      case NetworkHeader.ICMP ->
          correctIcmp(change, buffer, at, end, Icmp.isError(buffer, at, end));
      case NetworkHeader.ICMPV6 ->
          correctIcmp(change, buffer, at, end, Icmp.isErrorV6(buffer, at, end));
      case NetworkHeader.IP_IN_IP, NetworkHeader.IPV6_IN_IP -> correctIp(change, buffer, at, end);
      default -> {}
    }
  }

  private static void correctIcmp(
      ChecksumDelta change, ByteBuffer buffer, int at, int end, boolean quotes) {
    if (at + Icmp.HEADER_BYTES > end) {
      return;
    }
    ChecksumDelta whole = change.copy();
    if (quotes) {
      byte[] before = Icmp.quote(buffer, at, end);
      correctIp(change, buffer, at + Icmp.HEADER_BYTES, end);
      Icmp.addChanges(before, buffer, at, whole);
    }
    buffer.putShort(at + 2, (short) whole.appliedTo(buffer.getShort(at + 2)));
  }
}

package org.dreyfus.capture.flow;

import java.nio.ByteBuffer;

/** IPv6 and its extension headers as nDPI 4.2 walks them. */
final class NdpiIpv6 {

  private static final int FRAGMENT_LENGTH = 8;

  /** What nDPI takes off the bytes it has left for a fragment header. */
  private static final int FRAGMENT_LENGTH_CHARGED = 5;

  int protocol;
  int transportOffset;
  int transportLength;

  /** Returns false when ndpiReader drops the packet. */
  boolean read(ByteBuffer buffer, int at, int end) {
    if (at + IpHeader.IPV6_LENGTH > end) {
      return false;
    }
    int payload = buffer.getShort(at + 4) & 0xffff;
    protocol = buffer.get(at + 6) & 0xff;
    transportOffset = at + IpHeader.IPV6_LENGTH;
    transportLength = payload;
    int left = end - transportOffset;
    if (left < payload) {
      return false;
    }
    while (left > 1 && isExtension(protocol)) {
      if (protocol == IpProtocol.NO_NEXT_HEADER) {
        return false;
      }
      boolean fragment = protocol == IpProtocol.FRAGMENT;
      if (transportLength < (fragment ? FRAGMENT_LENGTH : 2)) {
        return false;
      }
      int length = fragment ? FRAGMENT_LENGTH : ((buffer.get(transportOffset + 1) & 0xff) + 1) * 8;
      int charged = fragment ? FRAGMENT_LENGTH_CHARGED : length;
      boolean later = fragment && (buffer.getShort(transportOffset + 2) & 0xffff) >>> 3 != 0;
      if (later || transportLength < length || left < charged) {
        return false;
      }
      protocol = buffer.get(transportOffset) & 0xff;
      left -= charged;
      transportLength -= length;
      transportOffset += length;
    }
    return true;
  }

  private static boolean isExtension(int protocol) {
    return switch (protocol) {
      case IpProtocol.HOP_BY_HOP,
          IpProtocol.ROUTING,
          IpProtocol.FRAGMENT,
          IpProtocol.DESTINATION_OPTIONS,
          IpProtocol.MOBILITY,
          IpProtocol.NO_NEXT_HEADER ->
          true;
      default -> false;
    };
  }
}

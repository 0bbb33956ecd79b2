package org.dreyfus.capture.flow;

import java.nio.ByteBuffer;

/** An IPv4 header, or an IPv6 header with its extensions. Reused. */
final class IpHeader {

  static final int IPV4_MINIMUM = 20;
  static final int IPV6_LENGTH = 40;

  private static final int MORE_FRAGMENTS = 0x2000;
  private static final int FRAGMENT_OFFSET = 0x1fff;
  private static final int IPV6_MORE_FRAGMENTS = 0x0001;
  private static final int IPV6_FRAGMENT_OFFSET = 0xfff8;

  int version;
  int offset;
  int protocol;
  int transportOffset;

  /** End of the captured part of the packet. */
  int end;

  /** Where the packet ended on the wire, as an index. */
  int wireEnd;

  boolean fragmented;
  boolean laterFragment;
  int fragmentId;

  /** What the fragment header says follows; the same in all fragments of a datagram. */
  int fragmentProtocol;

  /** Whether {@link #read} can read a header there. */
  static boolean isAt(ByteBuffer buffer, int at, int end) {
    if (at + IPV4_MINIMUM > end) {
      return false;
    }
    int first = buffer.getInt(at);
    int version = first >>> 28;
    if (version == PacketKey.IPV4) {
      int length = headerLength(first);
      int total = first & 0xffff;
      return length >= IPV4_MINIMUM && at + length <= end && (total == 0 || total >= length);
    }
    return version == PacketKey.IPV6 && at + IPV6_LENGTH <= end;
  }

  /**
   * Reads the header at a place where {@link #isAt} found one.
   *
   * @param capturedEnd of what surrounds the packet
   * @param onWireEnd the same on the wire, at least {@code capturedEnd}
   */
  void read(ByteBuffer buffer, int at, int capturedEnd, int onWireEnd) {
    offset = at;
    fragmented = false;
    laterFragment = false;
    int first = buffer.getInt(at);
    version = first >>> 28;
    if (version == PacketKey.IPV4) {
      readIpv4(buffer, first, capturedEnd, onWireEnd);
    } else {
      readIpv6(buffer, capturedEnd, onWireEnd);
    }
  }

  /** RFC 791. A total length of 0 is left by segmentation off-loading: then the frame tells. */
  private void readIpv4(ByteBuffer buffer, int first, int capturedEnd, int onWireEnd) {
    int total = first & 0xffff;
    wireEnd = total == 0 ? onWireEnd : Math.min(onWireEnd, offset + total);
    end = Math.min(capturedEnd, wireEnd);
    protocol = buffer.get(offset + 9) & 0xff;
    transportOffset = offset + headerLength(first);
    int fragment = buffer.getInt(offset + 4);
    if ((fragment & (MORE_FRAGMENTS | FRAGMENT_OFFSET)) != 0) {
      fragmented = true;
      laterFragment = (fragment & FRAGMENT_OFFSET) != 0;
      fragmentId = fragment >>> 16;
      fragmentProtocol = protocol;
    }
  }

  /** RFC 8200. A payload length of 0 before hop-by-hop options is a jumbogram, RFC 2675. */
  private void readIpv6(ByteBuffer buffer, int capturedEnd, int onWireEnd) {
    int payload = buffer.getShort(offset + 4) & 0xffff;
    protocol = buffer.get(offset + 6) & 0xff;
    boolean jumbo = payload == 0 && protocol == IpProtocol.HOP_BY_HOP;
    wireEnd = jumbo ? onWireEnd : Math.min(onWireEnd, offset + IPV6_LENGTH + payload);
    end = Math.min(capturedEnd, wireEnd);
    transportOffset = offset + IPV6_LENGTH;
    while (!laterFragment && isExtension(protocol) && transportOffset + 8 <= end) {
      extension(buffer);
    }
    transportOffset = Math.min(transportOffset, end);
  }

  private void extension(ByteBuffer buffer) {
    int at = transportOffset;
    if (protocol == IpProtocol.FRAGMENT) {
      int fragment = buffer.getShort(at + 2);
      if ((fragment & (IPV6_FRAGMENT_OFFSET | IPV6_MORE_FRAGMENTS)) != 0) {
        fragmented = true;
        laterFragment = (fragment & IPV6_FRAGMENT_OFFSET) != 0;
        fragmentId = buffer.getInt(at + 4);
        fragmentProtocol = buffer.get(at) & 0xff;
      }
      transportOffset += 8;
    } else {
      transportOffset += ((buffer.get(at + 1) & 0xff) + 1) * 8;
    }
    protocol = buffer.get(at) & 0xff;
  }

  private static boolean isExtension(int protocol) {
    return switch (protocol) {
      case IpProtocol.HOP_BY_HOP,
          IpProtocol.ROUTING,
          IpProtocol.FRAGMENT,
          IpProtocol.DESTINATION_OPTIONS,
          IpProtocol.MOBILITY ->
          true;
      default -> false;
    };
  }

  private static int headerLength(int firstWord) {
    return (firstWord >>> 24 & 0x0f) * 4;
  }
}

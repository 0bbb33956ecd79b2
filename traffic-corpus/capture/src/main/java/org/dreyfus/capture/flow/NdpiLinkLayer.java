package org.dreyfus.capture.flow;

import java.nio.ByteBuffer;
import org.dreyfus.capture.Frame;
import org.dreyfus.capture.LinkType;

/** Link layers as ndpiReader 4.2 takes them off. Bytes that were not captured are never read. */
final class NdpiLinkLayer {

  private static final int MAXIMUM_802_3_LENGTH = 1_500;
  private static final int MINIMUM_ETHER_TYPE = 1_536;
  private static final int UNKNOWN = 0;
  private static final int SNAP = 0xaa;
  private static final int SPANNING_TREE = 0x42;
  private static final int PPPOE_LENGTH = 8;
  private static final int TAG_LENGTH = 4;
  private static final int MPLS_BOTTOM_OF_STACK = 0x100;
  private static final int LOOPBACK_IPV4 = 2;

  int etherType;
  int networkOffset;
  int vlan;

  /** Returns false when ndpiReader drops the frame, which must have 28 bytes or more. */
  boolean read(Frame frame) {
    ByteBuffer buffer = frame.buffer();
    int at = frame.offset();
    int end = at + frame.capturedLength();
    vlan = 0;
    return switch (frame.linkType()) {
      case LinkType.ETHERNET -> ethernet(buffer, at) && tags(buffer, end);
      case LinkType.NULL ->
          found(buffer.getInt(at) == LOOPBACK_IPV4 ? EtherType.IPV4 : EtherType.IPV6, at + 4);
      case LinkType.LINUX_SLL ->
          found(buffer.getShort(at + 14) & 0xffff, at + 16) && tags(buffer, end);
      case LinkType.RAW, LinkType.RAW_BSD -> found(UNKNOWN, at);
      case LinkType.IPV4 -> found(EtherType.IPV4, at);
      case LinkType.IPV6 -> found(EtherType.IPV6, at);
      default -> false;
    };
  }

  private boolean found(int type, int offset) {
    etherType = type;
    networkOffset = offset;
    return true;
  }

  private boolean ethernet(ByteBuffer buffer, int at) {
    int type = buffer.getShort(at + 12) & 0xffff;
    int payload = at + 14;
    if (type > MAXIMUM_802_3_LENGTH) {
      return found(type >= MINIMUM_ETHER_TYPE ? type : UNKNOWN, payload);
    }
    int destination = buffer.get(payload) & 0xff;
    int source = buffer.get(payload + 1) & 0xff;
    if (type != 0 && (destination == SNAP || source == SNAP)) {
      return found(UNKNOWN, payload + 8);
    }
    boolean spanningTree = destination == SPANNING_TREE || source == SPANNING_TREE;
    return !(type != 0 && spanningTree) && found(UNKNOWN, payload);
  }

  private boolean tags(ByteBuffer buffer, int end) {
    while (true) {
      switch (etherType) {
        case EtherType.VLAN -> {
          if (networkOffset + TAG_LENGTH >= end) {
            return false;
          }
          vlan = buffer.getShort(networkOffset) & 0x0fff;
          found(buffer.getShort(networkOffset + 2) & 0xffff, networkOffset + TAG_LENGTH);
        }
        case EtherType.MPLS_UNICAST, EtherType.MPLS_MULTICAST -> {
          if (!labels(buffer, end)) {
            return false;
          }
        }
        case EtherType.PPPOE_SESSION -> found(EtherType.IPV4, networkOffset + PPPOE_LENGTH);
        default -> {
          return true;
        }
      }
    }
  }

  private boolean labels(ByteBuffer buffer, int end) {
    boolean bottom = false;
    while (!bottom) {
      if (networkOffset + TAG_LENGTH > end) {
        return false;
      }
      bottom = (buffer.getInt(networkOffset) & MPLS_BOTTOM_OF_STACK) != 0;
      found(EtherType.IPV4, networkOffset + TAG_LENGTH);
    }
    return true;
  }
}

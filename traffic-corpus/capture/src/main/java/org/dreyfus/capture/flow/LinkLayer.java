package org.dreyfus.capture.flow;

import java.nio.ByteBuffer;
import org.dreyfus.capture.Frame;
import org.dreyfus.capture.LinkType;

/** Takes link layers off: what lies before the first IP header. */
public final class LinkLayer {

  /** No IP header was found. */
  public static final int NONE = -1;

  private static final int ETHERNET_TYPE = 12;
  private static final int ETHERNET_LENGTH = 14;
  private static final int VLAN_LENGTH = 4;
  private static final int MPLS_LENGTH = 4;
  private static final int MPLS_BOTTOM_OF_STACK = 0x100;
  private static final int PPPOE_LENGTH = 8;
  private static final int PPP_IPV4 = 0x0021;
  private static final int PPP_IPV6 = 0x0057;
  private static final int SNAP_LENGTH = 8;
  private static final long SNAP_RFC_1042 = 0xaaaa_0300_0000L;

  private LinkLayer() {}

  /** Where the first IP header should be, or {@link #NONE}. */
  public static int networkOffset(Frame frame) {
    ByteBuffer buffer = frame.buffer();
    int at = frame.offset();
    int end = at + frame.capturedLength();
    return switch (frame.linkType()) {
      case LinkType.ETHERNET -> ofEthernet(buffer, at, end);
      case LinkType.RAW, LinkType.RAW_BSD, LinkType.RAW_OPENBSD, LinkType.IPV4, LinkType.IPV6 -> at;
      case LinkType.LINUX_SLL -> cooked(buffer, at + 14, at + 16, end);
      case LinkType.LINUX_SLL2 -> cooked(buffer, at, at + 20, end);
      case LinkType.NULL, LinkType.LOOP -> at + 4;
      default -> NONE;
    };
  }

  static int ofEthernet(ByteBuffer buffer, int at, int end) {
    if (at + ETHERNET_LENGTH > end) {
      return NONE;
    }
    int type = buffer.getShort(at + ETHERNET_TYPE) & 0xffff;
    return type == EtherType.IPV4
        ? at + ETHERNET_LENGTH
        : ofType(buffer, type, at + ETHERNET_LENGTH, end);
  }

  private static int cooked(ByteBuffer buffer, int typeAt, int payload, int end) {
    return payload > end ? NONE : ofType(buffer, buffer.getShort(typeAt) & 0xffff, payload, end);
  }

  /** Follows a chain of EtherTypes to an IP header. */
  static int ofType(ByteBuffer buffer, int etherType, int offset, int end) {
    int type = etherType;
    int at = offset;
    while (true) {
      switch (type) {
        case EtherType.IPV4, EtherType.IPV6 -> {
          return at;
        }
        case EtherType.VLAN, EtherType.QINQ, EtherType.QINQ_OLD -> {
          if (at + VLAN_LENGTH > end) {
            return NONE;
          }
          type = buffer.getShort(at + 2) & 0xffff;
          at += VLAN_LENGTH;
        }
        case EtherType.MPLS_UNICAST, EtherType.MPLS_MULTICAST -> {
          return mpls(buffer, at, end);
        }
        case EtherType.PPPOE_SESSION -> {
          return pppoe(buffer, at, end);
        }
        default -> {
          if (!isSnap(buffer, type, at, end)) {
            return NONE;
          }
          type = buffer.getShort(at + SNAP_LENGTH - 2) & 0xffff;
          at += SNAP_LENGTH;
        }
      }
    }
  }

  /** RFC 3032. What follows the stack is not named; the IP version has to tell. */
  private static int mpls(ByteBuffer buffer, int offset, int end) {
    int at = offset;
    while (at + MPLS_LENGTH <= end) {
      int label = buffer.getInt(at);
      at += MPLS_LENGTH;
      if ((label & MPLS_BOTTOM_OF_STACK) != 0) {
        return at;
      }
    }
    return NONE;
  }

  /** RFC 2516. */
  private static int pppoe(ByteBuffer buffer, int at, int end) {
    if (at + PPPOE_LENGTH > end) {
      return NONE;
    }
    int protocol = buffer.getShort(at + PPPOE_LENGTH - 2) & 0xffff;
    return protocol == PPP_IPV4 || protocol == PPP_IPV6 ? at + PPPOE_LENGTH : NONE;
  }

  private static boolean isSnap(ByteBuffer buffer, int type, int at, int end) {
    return type <= EtherType.MAXIMUM_LENGTH
        && at + SNAP_LENGTH <= end
        && buffer.getLong(at) >>> 16 == SNAP_RFC_1042;
  }
}

package org.dreyfus.capture.flow;

import java.nio.ByteBuffer;

/** Finds IP packets inside IP packets. */
final class Tunnel {

  private static final int GRE_LENGTH = 4;
  private static final int GRE_FIELD_LENGTH = 4;
  private static final int GRE_CHECKSUM = 0x8000;
  private static final int GRE_ROUTING = 0x4000;
  private static final int GRE_KEY = 0x2000;
  private static final int GRE_SEQUENCE = 0x1000;
  private static final int GRE_VERSION = 0x0007;

  private Tunnel() {}

  /** Offset of the IP header inside, or {@link LinkLayer#NONE}. */
  static int inner(ByteBuffer buffer, IpHeader outer) {
    int at =
        switch (outer.protocol) {
          case IpProtocol.IPV4, IpProtocol.IPV6 -> outer.transportOffset;
          case IpProtocol.GRE -> gre(buffer, outer.transportOffset, outer.end);
          default -> LinkLayer.NONE;
        };
    return at != LinkLayer.NONE && IpHeader.isAt(buffer, at, outer.end) ? at : LinkLayer.NONE;
  }

  /** RFC 2784 and RFC 2890, version 0 without source routing. */
  private static int gre(ByteBuffer buffer, int at, int end) {
    if (at + GRE_LENGTH > end) {
      return LinkLayer.NONE;
    }
    int flags = buffer.getShort(at) & 0xffff;
    if ((flags & (GRE_VERSION | GRE_ROUTING)) != 0) {
      return LinkLayer.NONE;
    }
    int fields = Integer.bitCount(flags & (GRE_CHECKSUM | GRE_KEY | GRE_SEQUENCE));
    int payload = at + GRE_LENGTH + fields * GRE_FIELD_LENGTH;
    int type = buffer.getShort(at + 2) & 0xffff;
    if (payload > end) {
      return LinkLayer.NONE;
    }
    return type == EtherType.TRANSPARENT_ETHERNET
        ? LinkLayer.ofEthernet(buffer, payload, end)
        : LinkLayer.ofType(buffer, type, payload, end);
  }
}

package org.dreyfus.capture.rekey;

import java.nio.ByteBuffer;

/** Walks IPv6 extension headers: RFC 8200, section 4. */
final class Ipv6Headers {

  private static final int HOP_BY_HOP = 0;
  private static final int ROUTING = 43;
  private static final int FRAGMENT = 44;
  private static final int AUTHENTICATION = 51;
  private static final int DESTINATION_OPTIONS = 60;

  private Ipv6Headers() {}

  /** The header behind the last extension. */
  record Last(int protocol, int offset, boolean laterFragment) {}

  static int transportOffset(ByteBuffer buffer, int at, int end) {
    return at + 40 > end ? end : last(buffer, at, end).offset();
  }

  static Last last(ByteBuffer buffer, int at, int end) {
    int protocol = buffer.get(at + 6) & 0xff;
    int offset = at + 40;
    boolean laterFragment = false;
    while (isExtension(protocol) && offset + 8 <= end) {
      int units = buffer.get(offset + 1) & 0xff;
      if (protocol == FRAGMENT) {
        laterFragment |= (buffer.getShort(offset + 2) & 0xfff8) != 0;
      }
      int length =
          switch (protocol) {
            case FRAGMENT -> 8;
            case AUTHENTICATION -> (units + 2) * 4;
            default -> (units + 1) * 8;
          };
      protocol = buffer.get(offset) & 0xff;
      offset += length;
    }
    return new Last(protocol, Math.min(offset, end), laterFragment);
  }

  private static boolean isExtension(int protocol) {
    return protocol == HOP_BY_HOP
        || protocol == ROUTING
        || protocol == FRAGMENT
        || protocol == AUTHENTICATION
        || protocol == DESTINATION_OPTIONS;
  }
}

package org.dreyfus.capture.rekey;

import java.nio.ByteBuffer;

/** ICMP messages that quote the packet they complain of: RFC 792, RFC 4443. */
final class Icmp {

  /** What stands before the quoted packet. */
  static final int HEADER_BYTES = 8;

  private Icmp() {}

  static boolean isError(ByteBuffer buffer, int at, int end) {
    if (at >= end) {
      return false;
    }
    int type = buffer.get(at) & 0xff;
    return type == 3 || type == 4 || type == 5 || type == 11 || type == 12;
  }

  static boolean isErrorV6(ByteBuffer buffer, int at, int end) {
    return at < end && (buffer.get(at) & 0x80) == 0;
  }

  /** A copy of the quoted packet. */
  static byte[] quote(ByteBuffer buffer, int at, int end) {
    byte[] bytes = new byte[end - at - HEADER_BYTES];
    buffer.get(at + HEADER_BYTES, bytes);
    return bytes;
  }

  /** Counts how the quoted packet differs from what it was. */
  static void addChanges(byte[] before, ByteBuffer buffer, int at, ChecksumDelta change) {
    for (int i = 0; i < before.length; i++) {
      change.changed(i, before[i], buffer.get(at + HEADER_BYTES + i));
    }
  }
}

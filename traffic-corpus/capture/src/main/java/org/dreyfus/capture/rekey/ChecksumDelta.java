package org.dreyfus.capture.rekey;

/**
 * Collects changes of bytes under one Internet checksum and applies them to it: RFC 1624. A
 * checksum that was wrong before is wrong by the same amount after, and one over bytes that were
 * not captured comes out right.
 */
final class ChecksumDelta {

  private long sum;

  boolean isNone() {
    return sum == 0;
  }

  ChecksumDelta copy() {
    ChecksumDelta copy = new ChecksumDelta();
    copy.sum = sum;
    return copy;
  }

  void clear() {
    sum = 0;
  }

  /**
   * @param offset of the byte from the start of what the checksum covers; only its parity matters
   */
  void changed(int offset, int before, int after) {
    long difference = (after & 0xff) - (before & 0xff);
    sum += (offset & 1) == 0 ? difference << 8 : difference;
  }

  void changed16(int before, int after) {
    sum += (after & 0xffff) - (before & 0xffff);
  }

  void add(ChecksumDelta other) {
    sum += other.sum;
  }

  /** The checksum after the changes. */
  int appliedTo(int checksum) {
    if (sum == 0) {
      return checksum & 0xffff;
    }
    long folded = Math.floorMod((~checksum & 0xffff) + sum, 0xffffL);
    return (int) (~(folded == 0 ? 0xffff : folded) & 0xffff);
  }

  /** As {@link #appliedTo}, for UDP: 0 means "none" and stays, a result of 0 is sent as 0xffff. */
  int appliedToUdp(int checksum) {
    if ((checksum & 0xffff) == 0) {
      return 0;
    }
    int result = appliedTo(checksum);
    return result == 0 ? 0xffff : result;
  }
}

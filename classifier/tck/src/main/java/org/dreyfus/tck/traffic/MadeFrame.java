package org.dreyfus.tck.traffic;

import java.util.Arrays;

/** One Ethernet frame of a made-up capture. */
final class MadeFrame {

  private final byte[] bytes;
  private final int wireLength;

  private MadeFrame(byte[] bytes, int wireLength) {
    this.bytes = bytes;
    this.wireLength = wireLength;
  }

  static MadeFrame whole(byte[] bytes) {
    return new MadeFrame(bytes, bytes.length);
  }

  /** The same frame, captured to that length only. */
  MadeFrame cut(int captured) {
    return new MadeFrame(Arrays.copyOf(bytes, Math.min(captured, bytes.length)), wireLength);
  }

  /** As captured. */
  byte[] bytes() {
    return bytes;
  }

  /** Bytes on the wire; at least as many as were captured. */
  int wireLength() {
    return wireLength;
  }
}

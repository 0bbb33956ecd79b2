package org.dreyfus.capture.rekey;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/** Maps MAC addresses to locally administered ones of the run. Group addresses stay. */
final class MacKey {

  static final int LENGTH = 6;

  private final KeyStream stream;
  private final Map<Long, Long> drawn = new HashMap<>();

  MacKey(byte[] key) {
    this.stream = new KeyStream(key, "mac");
  }

  void rewrite(ByteBuffer buffer, int offset) {
    long recorded =
        ((buffer.getShort(offset) & 0xffffL) << 32) | (buffer.getInt(offset + 2) & 0xffffffffL);
    boolean group = (recorded >>> 40 & 1) == 1;
    if (group || recorded == 0) {
      return;
    }
    long mapped = drawn.computeIfAbsent(recorded, this::draw);
    buffer.putShort(offset, (short) (mapped >>> 32));
    buffer.putInt(offset + 2, (int) mapped);
  }

  private long draw(long recorded) {
    long random = stream.draw(Long.toHexString(recorded), 0) & 0xfcff_ffff_ffffL;
    return random | 0x0200_0000_0000L;
  }
}

package org.dreyfus.capture.rekey;

import java.nio.ByteBuffer;

/** Maps MAC addresses to locally administered ones of the run. Group addresses stay. */
final class MacKey {

  static final int LENGTH = 6;

  private final KeyStream stream;

  /** What was drawn: open addressing, recorded and shown side by side; 0 is a free place. */
  private long[] drawn = new long[32];

  private int size;

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
    long mapped = mapped(recorded);
    buffer.putShort(offset, (short) (mapped >>> 32));
    buffer.putInt(offset + 2, (int) mapped);
  }

  private long mapped(long recorded) {
    int place = place(drawn, recorded);
    if (drawn[place] == recorded) {
      return drawn[place + 1];
    }
    long mapped = draw(recorded);
    drawn[place] = recorded;
    drawn[place + 1] = mapped;
    if (++size * 4 > drawn.length) {
      grow();
    }
    return mapped;
  }

  private void grow() {
    long[] larger = new long[drawn.length * 2];
    for (int i = 0; i < drawn.length; i += 2) {
      if (drawn[i] != 0) {
        int place = place(larger, drawn[i]);
        larger[place] = drawn[i];
        larger[place + 1] = drawn[i + 1];
      }
    }
    drawn = larger;
  }

  /** Where {@code recorded} stands or would stand. */
  private static int place(long[] table, long recorded) {
    int mask = table.length - 2;
    int place = (int) (recorded * 0x9e37_79b9_7f4a_7c15L >>> 32) & mask;
    while (table[place] != 0 && table[place] != recorded) {
      place = place + 2 & mask;
    }
    return place;
  }

  private long draw(long recorded) {
    long random = stream.draw(Long.toHexString(recorded), 0) & 0xfcff_ffff_ffffL;
    return random | 0x0200_0000_0000L;
  }
}

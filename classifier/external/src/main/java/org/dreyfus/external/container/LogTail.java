package org.dreyfus.external.container;

import java.nio.charset.StandardCharsets;

/** The end of a log, in a fixed amount of memory. Used by several threads. */
final class LogTail {

  static final int CAPACITY_BYTES = 4 << 10;

  private final byte[] ring = new byte[CAPACITY_BYTES];
  private long written;

  synchronized void append(byte[] bytes, int length) {
    for (int i = Math.max(0, length - CAPACITY_BYTES); i < length; i++) {
      ring[(int) ((written + i) % CAPACITY_BYTES)] = bytes[i];
    }
    written += length;
  }

  /** From the first whole line on when something was dropped; what is no UTF-8 is replaced. */
  synchronized String text() {
    int length = (int) Math.min(written, CAPACITY_BYTES);
    byte[] tail = new byte[length];
    for (int i = 0; i < length; i++) {
      tail[i] = ring[(int) ((written - length + i) % CAPACITY_BYTES)];
    }
    String text = new String(tail, StandardCharsets.UTF_8);
    int newline = text.indexOf('\n');
    boolean cut = written > CAPACITY_BYTES && newline >= 0 && newline < text.length() - 1;
    return cut ? text.substring(newline + 1) : text;
  }
}

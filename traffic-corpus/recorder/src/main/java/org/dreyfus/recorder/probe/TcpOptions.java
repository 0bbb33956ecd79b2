package org.dreyfus.recorder.probe;

import java.nio.ByteBuffer;

/** Counts TCP options by kind, and sums up what they say, time stamps aside. RFC 9293. */
final class TcpOptions {

  private static final int HEADER_BYTES = 20;
  private static final int NO_OPERATION = 1;
  private static final int TIMESTAMPS = 8;
  private static final int KINDS = 32;

  private final double[] counts = new double[KINDS];
  private final double[] values = new double[KINDS];

  void read(ByteBuffer buffer, int transport) {
    int at = transport + HEADER_BYTES;
    int end = transport + (buffer.get(transport + 12) >> 4 & 15) * 4;
    while (at < end && buffer.get(at) != 0) {
      int kind = buffer.get(at) & (KINDS - 1);
      counts[kind]++;
      int length = kind == NO_OPERATION || at + 1 >= end ? 1 : buffer.get(at + 1) & 0xff;
      for (int i = at + 2; kind != TIMESTAMPS && i < Math.min(end, at + length); i++) {
        values[kind] += buffer.get(i) & 0xff;
      }
      at += Math.max(1, length);
    }
  }

  double[] sums() {
    double[] sums = new double[2 * KINDS];
    System.arraycopy(counts, 0, sums, 0, KINDS);
    System.arraycopy(values, 0, sums, KINDS, KINDS);
    return sums;
  }
}

package org.dreyfus.classifier.ndpi;

import java.util.Arrays;

/**
 * Native addresses by number, 0 where none was set. Kept in runs of one length, so that nothing is
 * copied while there are more and more; only the first run grows, so that few take little.
 */
final class AddressRuns {

  private static final int RUN_BITS = 12;
  private static final int RUN = 1 << RUN_BITS;
  private static final int FIRST = 64;
  private static final long[] EMPTY = {};

  private long[][] runs = new long[0][];

  /** The address of a number, from 0; 0 when there is none. */
  long get(int number) {
    int run = number >>> RUN_BITS;
    int at = number & RUN - 1;
    return run < runs.length && at < runs[run].length ? runs[run][at] : 0;
  }

  void set(int number, long address) {
    int run = number >>> RUN_BITS;
    int at = number & RUN - 1;
    if (run >= runs.length || at >= runs[run].length) {
      makeRoom(run, at);
    }
    runs[run][at] = address;
  }

  private void makeRoom(int run, int at) {
    int before = runs.length;
    if (run >= before) {
      runs = Arrays.copyOf(runs, Math.max(run + 1, 2 * before));
      Arrays.fill(runs, before, runs.length, EMPTY);
    }
    int length = run > 0 ? RUN : Math.min(RUN, Math.max(FIRST, 2 * at));
    runs[run] = Arrays.copyOf(runs[run], length);
  }

  /** No number from this one on has an address. */
  int end() {
    return runs.length << RUN_BITS;
  }
}

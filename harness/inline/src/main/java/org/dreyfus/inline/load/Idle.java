package org.dreyfus.inline.load;

import org.dreyfus.inline.traffic.TestPath;

/** Waiting while nothing is to be sent and nothing has come. */
final class Idle {

  /**
   * Each look for frames costs some memory; a shorter wait would measure one-way times no better.
   */
  private static final long NANOS = 10_000;

  private Idle() {}

  /** Without giving the processor away: it might come back too late. */
  static void briefly(TestPath path) {
    long end = path.nanoTime() + NANOS;
    while (path.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }
}

package org.dreyfus.inline.load;

import org.dreyfus.inline.traffic.TestPath;

/** Waiting while nothing is to be sent and nothing has come. */
final class Idle {

  /**
   * Each look for frames costs some memory; a shorter wait would measure one-way times no better.
   */
  private static final long NANOS = 10_000;

  private Idle() {}

  static void briefly(TestPath path) {
    path.spin(NANOS);
  }
}

package org.dreyfus.inline.replay;

import java.time.Duration;

/**
 * How packets are put on the wire.
 *
 * @param sessionsAtOnce on the wire side by side, at least 1
 * @param deadline after which a packet that has not arrived is sent again; each time a quarter
 *     longer
 * @param resends how often it is sent again, at least 5
 * @param lateAfter a packet that arrives later than that after it was first sent is delayed
 * @param linger how long late packets are waited for at the end of a session
 */
record Pace(
    int sessionsAtOnce, Duration deadline, int resends, Duration lateAfter, Duration linger) {

  /** EVIDENCE and the project's rule for the wire: a packet is lost when six times sent in vain. */
  static final int LEAST_RESENDS = 5;

  Pace {
    if (sessionsAtOnce < 1 || resends < LEAST_RESENDS) {
      throw new IllegalArgumentException(
          "sessionsAtOnce %d, resends %d".formatted(sessionsAtOnce, resends));
    }
  }
}

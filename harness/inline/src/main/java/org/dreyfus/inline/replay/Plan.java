package org.dreyfus.inline.replay;

import java.time.Duration;

/**
 * How a device is to be measured.
 *
 * @param seed of the addresses and of the order
 * @param replays of each session with fresh addresses, at least 1
 * @param sessionsAtOnce on the wire side by side, at least 1
 * @param gapCap longest pause between two packets of a session
 * @param resetBetweenSessions whether the device forgets everything before each session; then they
 *     go one at a time
 */
public record Plan(
    long seed, int replays, int sessionsAtOnce, Duration gapCap, boolean resetBetweenSessions) {

  /** EVIDENCE asks for two of three. */
  public static final int REPLAYS = 3;

  /** Longest pause unless told otherwise. */
  public static final Duration GAP_CAP = Duration.ofMillis(5);

  public Plan {
    if (replays < 1 || sessionsAtOnce < 1 || gapCap.isNegative()) {
      throw new IllegalArgumentException("replays and sessions must be at least 1");
    }
    sessionsAtOnce = resetBetweenSessions ? 1 : sessionsAtOnce;
  }
}

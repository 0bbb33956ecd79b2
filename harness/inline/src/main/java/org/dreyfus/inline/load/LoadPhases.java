package org.dreyfus.inline.load;

import java.time.Duration;

/**
 * The phases of a load, after RFC 9411 section 4.3.4. Only what is sent in the sustain phase is
 * counted.
 *
 * @param init flows are opened; no load yet
 * @param rampUp the rate grows from zero, evenly
 * @param sustain the rate stays
 * @param rampDown the rate falls to zero, evenly
 * @param collection at most so long is waited for what is still on its way
 */
public record LoadPhases(
    Duration init, Duration rampUp, Duration sustain, Duration rampDown, Duration collection) {

  private static final double NANOS = 1e9;

  public LoadPhases {
    for (Duration phase : new Duration[] {init, rampUp, sustain, rampDown, collection}) {
      if (phase.isNegative()) {
        throw new IllegalArgumentException("a phase of " + phase + ": none can be negative");
      }
    }
    if (sustain.isZero()) {
      throw new IllegalArgumentException("a sustain phase of 0 s measures nothing");
    }
  }

  /** Short ones: RFC 9411 asks for at least 300 s of sustain phase. */
  public static LoadPhases brief() {
    return new LoadPhases(
        Duration.ofMillis(200),
        Duration.ofMillis(300),
        Duration.ofSeconds(1),
        Duration.ofMillis(200),
        Duration.ofSeconds(2));
  }

  /** No ramps: an even rate for a time. */
  static LoadPhases steady(Duration sustain) {
    return new LoadPhases(Duration.ZERO, Duration.ZERO, sustain, Duration.ZERO, Duration.ZERO);
  }

  /** When the sustain phase begins, after the end of the init phase. */
  long sustainFromNanos() {
    return rampUp.toNanos();
  }

  /** When the sustain phase ends. */
  long sustainToNanos() {
    return rampUp.plus(sustain).toNanos();
  }

  /** When the load ends. */
  long endNanos() {
    return rampUp.plus(sustain).plus(rampDown).toNanos();
  }

  /**
   * How many are to have been sent by a time.
   *
   * @param elapsedNanos since the end of the init phase
   * @param rate of the sustain phase, a second
   */
  double offered(long elapsedNanos, double rate) {
    double up = rampUp.toNanos();
    double down = rampDown.toNanos();
    double climbed = Math.max(0, Math.min(elapsedNanos, up));
    double held = Math.max(0, Math.min(elapsedNanos, sustainToNanos()) - up);
    double left = Math.max(0, Math.min(elapsedNanos, endNanos()) - sustainToNanos());
    double area = held;
    if (up > 0) {
      area += climbed * climbed / (2 * up);
    }
    if (down > 0) {
      area += left - left * left / (2 * down);
    }
    return area * rate / NANOS;
  }
}

package org.dreyfus.inline.load;

/**
 * Says how many are to be sent now: a token bucket that fills as the phases say. What does not fit
 * into the bucket, since nobody took it in time, is forgone; so that a tester that was held up
 * offers less than it should instead of a burst that no device asked for.
 */
final class Pacer {

  /** The most that is caught up on, as time of the steady rate. */
  private static final double BURST_SECONDS = 0.002;

  private static final double SMALLEST_BURST = 32;

  private final LoadPhases phases;
  private final double rate;
  private final long startNanos;
  private final double burst;
  private double accounted;

  /**
   * Begins the ramp.
   *
   * @param rate of the sustain phase, a second
   */
  Pacer(LoadPhases phases, double rate, long startNanos) {
    this.phases = phases;
    this.rate = rate;
    this.startNanos = startNanos;
    this.burst = Math.max(SMALLEST_BURST, rate * BURST_SECONDS);
  }

  /**
   * How many are due; they count as sent.
   *
   * @param most that the caller would send now
   */
  int due(long nowNanos, int most) {
    double offered = phases.offered(nowNanos - startNanos, rate);
    accounted = Math.max(accounted, offered - burst);
    int due = (int) Math.min(most, Math.floor(offered - accounted));
    accounted += due;
    return due;
  }

  boolean isOver(long nowNanos) {
    return nowNanos - startNanos >= phases.endNanos();
  }

  boolean isSustained(long nowNanos) {
    long elapsed = nowNanos - startNanos;
    return elapsed >= phases.sustainFromNanos() && elapsed < phases.sustainToNanos();
  }
}

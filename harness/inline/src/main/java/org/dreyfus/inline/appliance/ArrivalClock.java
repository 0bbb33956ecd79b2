package org.dreyfus.inline.appliance;

/** Time of day that never goes back. */
final class ArrivalClock {

  private final long offsetNanos = System.currentTimeMillis() * 1_000_000 - System.nanoTime();

  /** Since 1970-01-01 UTC. */
  long nowNanos() {
    return System.nanoTime() + offsetNanos;
  }
}

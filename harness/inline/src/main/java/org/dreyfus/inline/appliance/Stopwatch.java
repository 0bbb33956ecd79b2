package org.dreyfus.inline.appliance;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Tells one thread whether another has come back from a call. The one that looks counts its looks,
 * not time, so that a stopped process does not count as a call that does not return.
 */
final class Stopwatch {

  private static final long GIVEN_UP = -1;

  /** Odd during a call. */
  private final AtomicLong calls = new AtomicLong();

  private volatile int patience;
  private long seen;
  private int looks;

  /**
   * A call begins.
   *
   * @param looksOfPatience after how many looks it is given up
   */
  void begin(int looksOfPatience) {
    patience = looksOfPatience;
    calls.setRelease(calls.getPlain() + 1);
  }

  /**
   * The call has returned.
   *
   * @return false when it was given up: then nothing that it used may be touched any more
   */
  boolean end() {
    long call = calls.getPlain();
    return call != GIVEN_UP && calls.compareAndSet(call, call + 1);
  }

  /**
   * Looks at it; from one other thread only.
   *
   * @return whether it has just been given up
   */
  boolean giveUp() {
    long now = calls.getAcquire();
    if (now != seen || (now & 1) == 0) {
      seen = now;
      looks = 0;
      return false;
    }
    return ++looks >= patience && calls.compareAndSet(now, GIVEN_UP);
  }
}

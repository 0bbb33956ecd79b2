package org.dreyfus.inline.load;

import java.util.function.DoubleFunction;

/**
 * Finds the highest rate without loss, in the manner of RFC 2544 section 26.1: a ladder of rates,
 * each twice the one before, up to the bound; then bisection between the highest rung that held
 * below the first that did not, and that one.
 */
final class RateSearch {

  private final double most;
  private final int rungs;
  private final double resolution;
  private final int attempts;

  /**
   * A search.
   *
   * @param most the highest rate that is tried
   * @param rungs of the ladder
   * @param resolution as a share of the limit
   * @param attempts how often a rate that fails is tried
   */
  RateSearch(double most, int rungs, double resolution, int attempts) {
    this.most = most;
    this.rungs = rungs;
    this.resolution = resolution;
    this.attempts = attempts;
  }

  /** What a trial says of a rate. */
  enum Held {
    /** Nothing was lost. */
    YES,
    /** Something was lost. */
    NO,
    /** Nothing was lost of what the tester offered, which was less. Higher rates are tried. */
    NOT_OFFERED
  }

  /**
   * Searches.
   *
   * @param trial tries a rate
   * @return 0 when no rate held
   */
  double highest(DoubleFunction<Held> trial) {
    double low = 0;
    double high = most;
    boolean held = true;
    for (int rung = rungs - 1; rung >= 0 && held; rung--) {
      double rate = most / (1L << rung);
      held = holds(trial, rate);
      if (held) {
        low = rate;
      } else {
        high = rate;
      }
    }
    if (held) {
      return low;
    }
    while (high - low > resolution * high) {
      double middle = (low + high) / 2;
      if (holds(trial, middle)) {
        low = middle;
      } else {
        high = middle;
      }
      if (low == 0 && high < most * resolution / (1L << rungs)) {
        return 0;
      }
    }
    return low;
  }

  private boolean holds(DoubleFunction<Held> trial, double rate) {
    boolean lost = false;
    for (int attempt = 0; attempt < attempts; attempt++) {
      Held held = trial.apply(rate);
      if (held == Held.YES) {
        return true;
      }
      lost |= held == Held.NO;
    }
    return !lost;
  }
}

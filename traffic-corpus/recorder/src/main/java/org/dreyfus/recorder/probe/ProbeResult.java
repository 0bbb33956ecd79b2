package org.dreyfus.recorder.probe;

import java.util.List;
import java.util.Locale;

/**
 * What a null probe found.
 *
 * @param pairs that were probed
 * @param draws of coins
 * @param p chance that coins alone let the best predictor do as well: the gate
 * @param rows one for every predictor and family
 */
public record ProbeResult(int pairs, int draws, double p, List<Row> rows) {

  /** Below this the corpus must not be released. */
  public static final double GATE = 0.05;

  public ProbeResult {
    rows = List.copyOf(rows);
  }

  /**
   * One attempt.
   *
   * @param predictor how it learns
   * @param scale how differences are made comparable
   * @param family what it looks at
   * @param share of pairs that it tells apart; 0.5 is chance
   * @param p of that attempt alone
   */
  public record Row(String predictor, String scale, String family, double share, double p) {}

  /** Whether there are pairs enough to probe. */
  public boolean isTestable() {
    return !rows.isEmpty();
  }

  /** Whether the members of pairs were told apart: then the corpus must not be released. */
  public boolean isFailed() {
    return isTestable() && p <= GATE;
  }

  /** In one plain sentence. */
  public String sentence() {
    if (!isTestable()) {
      return "There are too few pairs to probe: nothing is shown.";
    }
    return String.format(
        Locale.ROOT,
        "Of %d pairs, the best of %d attempts to tell the members apart by sizes, times, headers,"
            + " addresses and payloads did as well as chance does with p = %.4f: %s.",
        pairs,
        rows.size(),
        p,
        isFailed() ? "NOT passed, something beside the rights differs" : "passed");
  }
}

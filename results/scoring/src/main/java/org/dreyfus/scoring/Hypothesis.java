package org.dreyfus.scoring;

import java.util.Optional;
import org.dreyfus.corpus.Pair;

/** A sentence of a vendor as something that a run can contradict. */
public sealed interface Hypothesis {

  /** The error rate is at most {@code bound}. */
  record AtMost(Metric metric, double bound) implements Hypothesis {}

  /** The rate is at least {@code bound}. */
  record AtLeast(Metric metric, double bound) implements Hypothesis {}

  /** Nothing of the population is ever blocked. One verified witness refutes it. */
  record NeverBlocked() implements Hypothesis {}

  /** Everything of the population is always blocked. One verified exception refutes it. */
  record AlwaysBlocked() implements Hypothesis {}

  /**
   * Blocks the unlicensed member of a matched pair more often than the lawful one.
   *
   * @param margin how much more often, at least: 0.20 unless the claim says otherwise
   * @param type of the pairs; W when absent
   */
  record Distinguishes(double margin, Optional<Pair.Type> type) implements Hypothesis {}

  /**
   * A run against recorded traffic cannot test it.
   *
   * @param reason why not
   */
  record NotTestable(String reason) implements Hypothesis {}

  /** What a rate counts, over sessions. */
  enum Metric {
    /** Share of sessions with anything effectively blocked. */
    ANY_BLOCKED,
    /** Share of sessions in which at least half of the work was held back. */
    WORK_BLOCKED
  }

  /** Whether it takes a share of alpha: rates and discrimination do, witnesses do not. */
  default boolean spendsAlpha() {
    return this instanceof AtMost || this instanceof AtLeast || this instanceof Distinguishes;
  }
}

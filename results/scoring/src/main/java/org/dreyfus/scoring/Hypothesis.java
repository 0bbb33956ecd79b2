package org.dreyfus.scoring;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.dreyfus.corpus.Pair;
import org.dreyfus.corpus.Protection;

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
   * What shields the content makes no difference: the claim's population and the same population
   * under other protections are treated alike.
   *
   * @param metric that is compared
   * @param as the protections it is compared with: {@code PLAIN}, for "encrypted like plain"
   * @param margin by which the two rates may differ, above 0
   */
  record Alike(Metric metric, Set<Protection> as, double margin) implements Hypothesis {
    public Alike {
      as = Collections.unmodifiableSet(new TreeSet<>(as));
    }
  }

  /**
   * Adds, changes and delays nothing. Shows only in a run on the wire. Blocking is no change: a
   * packet that never comes out does not count, a reset or any other packet that nobody had put in
   * does. Delayed are flows that are let through and held back in most replays; one late packet may
   * be the machine's doing.
   */
  record LeavesTrafficUnchanged() implements Hypothesis {}

  /**
   * Sends of its own accord no more than that to any one host. Shows only in a run on the wire.
   *
   * @param packets at most
   * @param seconds in any stretch of that length
   */
  record SendsAtMost(long packets, long seconds) implements Hypothesis {}

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
    return this instanceof AtMost
        || this instanceof AtLeast
        || this instanceof Distinguishes
        || this instanceof Alike;
  }

  /** Whether only a run through a device on the wire can show it. */
  default boolean needsTheWire() {
    return this instanceof LeavesTrafficUnchanged || this instanceof SendsAtMost;
  }
}

package org.dreyfus.scoring;

import java.io.Serializable;

/**
 * Counts of sessions. Tallies of parts add up to that of the whole, whatever the parts and their
 * order.
 *
 * @param <T> its own type
 */
interface Tally<T extends Tally<T>> extends Serializable {

  /** Counts a session that was not counted yet. */
  void add(SessionJudgement session);

  /** Adds what another has counted of other sessions. */
  void add(T other);
}

package org.dreyfus.engine;

import java.util.List;
import org.dreyfus.bundle.Criteria;
import org.dreyfus.bundle.RunTally;
import org.dreyfus.scoring.RunFacts;

/**
 * What is made of the journal of a run.
 *
 * @param subjects in the order of the run
 */
public record Gathering(List<Scored> subjects) {

  public Gathering {
    subjects = List.copyOf(subjects);
  }

  /**
   * One classifier.
   *
   * @param facts of its run
   * @param criteria by which it is scored
   */
  public record Scored(RunFacts facts, Criteria criteria) {}

  /** A tally of no session for each classifier. */
  List<RunTally> tallies() {
    return subjects.stream().map(its -> new RunTally(its.facts(), its.criteria())).toList();
  }
}

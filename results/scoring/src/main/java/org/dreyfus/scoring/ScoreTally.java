package org.dreyfus.scoring;

import java.util.ArrayList;
import java.util.List;

/**
 * Scores a run under a policy, session by session. Tallies of parts of a run add up to that of the
 * whole, in any order, and take memory by clusters and errors, not by flows.
 */
public final class ScoreTally {

  private final RunFacts facts;
  private final Policy policy;
  private final List<ClaimFile> claimFiles;
  private final List<SessionEvidence> sessions = new ArrayList<>();

  private ScoreTally(RunFacts facts, Policy policy, List<ClaimFile> claimFiles) {
    this.facts = facts;
    this.policy = policy;
    this.claimFiles = List.copyOf(claimFiles);
  }

  /**
   * A tally of no session.
   *
   * @param facts of the run
   * @param policy that makes its classifier a blocker
   * @param claimFiles that were frozen before the run
   */
  public static ScoreTally of(RunFacts facts, Policy policy, List<ClaimFile> claimFiles) {
    return new ScoreTally(facts, policy, claimFiles);
  }

  /** Counts a session that neither this nor a tally that was added has counted. */
  public void add(SessionEvidence session) {
    sessions.add(session);
  }

  /** Adds what another tally of the same run, policy and claims has counted. */
  public void add(ScoreTally other) {
    sessions.addAll(other.sessions);
  }

  /**
   * What follows from all that was counted.
   *
   * @param classifier id of the classifier that was run
   */
  public Scorecard scorecard(String classifier) {
    return Scorer.score(classifier, RunEvidence.of(facts, sessions), policy, claimFiles);
  }
}

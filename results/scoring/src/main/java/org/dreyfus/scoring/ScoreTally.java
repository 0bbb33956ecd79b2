package org.dreyfus.scoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Scores a run under a policy, session by session. Tallies of parts of a run add up to that of the
 * whole, in any order. Memory hangs on clusters, routes, names and errors, not on flows; only of a
 * device on the wire, whose run is as long as its traffic, are sessions kept.
 */
public final class ScoreTally {

  private final RunFacts facts;
  private final Policy policy;
  private final List<ClaimFile> claimFiles;
  private final ScoreCounts counts = new ScoreCounts();
  private final List<SessionJudgement> onWire = new ArrayList<>();

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

  /**
   * A tally of all that was seen in a run.
   *
   * @throws java.io.UncheckedIOException when what is stored of it cannot be read
   */
  public static ScoreTally of(Evidence evidence, Policy policy, List<ClaimFile> claimFiles) {
    ScoreTally tally = new ScoreTally(evidence.facts(), policy, claimFiles);
    try (Stream<SessionEvidence> sessions = evidence.bySession()) {
      sessions.forEach(tally::add);
    }
    return tally;
  }

  /** Counts a session that neither this nor a tally that was added has counted. */
  public void add(SessionEvidence session) {
    SessionJudgement judged = SessionJudgement.of(session, policy, facts.blindingKeys());
    counts.add(judged, claimFiles);
    if (facts.inline().isPresent()) {
      onWire.add(judged);
    }
  }

  /** Adds what another tally of the same run, policy and claims has counted. */
  public void add(ScoreTally other) {
    counts.add(other.counts);
    onWire.addAll(other.onWire);
  }

  /** Adds the same from another process; not for a device on the wire. */
  public void add(ScoreCounts others) {
    counts.add(others);
  }

  /** What was counted so far, for another process. */
  public ScoreCounts counts() {
    return counts;
  }

  /**
   * What follows from all that was counted.
   *
   * @param classifier id of the classifier that was run
   */
  public Scorecard scorecard(String classifier) {
    return counts.scorecard(
        classifier,
        policy,
        facts,
        claimFiles,
        onWire.stream().sorted(Comparator.comparing(each -> each.session().id())).toList());
  }
}

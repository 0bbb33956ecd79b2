package org.dreyfus.bundle;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dreyfus.scoring.Evidence;
import org.dreyfus.scoring.Policy;
import org.dreyfus.scoring.RunFacts;
import org.dreyfus.scoring.ScoreCounts;
import org.dreyfus.scoring.ScoreTally;
import org.dreyfus.scoring.Scorecard;
import org.dreyfus.scoring.Scorer;
import org.dreyfus.scoring.SessionEvidence;

/**
 * Counts and scores a run of one classifier, session by session. Tallies of parts of a run add up
 * to that of the whole.
 *
 * <p>Which policies apply is known at the end only: when the classifier has named no protocol, just
 * its own word. A session in which it names none is judged alike under any policy ({@link
 * Policy#blocks}), so it is counted once for all of them.
 */
public final class RunTally {

  private final RunFacts facts;
  private final Criteria criteria;

  /** Sessions in which a protocol was named, under each policy. */
  private final List<ScoreTally> byPolicy = new ArrayList<>();

  /** All other sessions; all there are when there is no policy. */
  private final ScoreTally own;

  private RunCounts counts = RunCounts.NONE;

  /**
   * A tally of no session.
   *
   * @param facts of the run
   */
  public RunTally(RunFacts facts, Criteria criteria) {
    this.facts = facts;
    this.criteria = criteria;
    for (Policy policy : criteria.policies()) {
      byPolicy.add(ScoreTally.of(facts, policy, criteria.claimFiles()));
    }
    this.own = ScoreTally.of(facts, Policy.OWN, criteria.claimFiles());
  }

  /**
   * The tally of a whole run; its evidence is read once.
   *
   * @throws java.io.UncheckedIOException when what is stored cannot be read
   */
  public static RunTally of(Evidence evidence, Criteria criteria) {
    RunTally tally = new RunTally(evidence.facts(), criteria);
    try (Stream<SessionEvidence> sessions = evidence.bySession()) {
      sessions.forEach(tally::add);
    }
    return tally;
  }

  /** Counts a session that neither this nor a tally that was added has counted. */
  public void add(SessionEvidence session) {
    RunCounts its = RunCounts.of(session);
    counts = counts.plus(its);
    if (its.namedFlows() > 0 && !byPolicy.isEmpty()) {
      byPolicy.forEach(tally -> tally.add(session));
    } else {
      own.add(session);
    }
  }

  /**
   * What was counted of some sessions, for another process.
   *
   * @param counts how much there was
   * @param byPolicy of those in which a protocol was named, under each policy in its order
   * @param own of the others
   */
  public record Counted(RunCounts counts, ArrayList<ScoreCounts> byPolicy, ScoreCounts own)
      implements Serializable {}

  /** What was counted so far; not of a device on the wire. */
  public Counted counted() {
    return new Counted(
        counts,
        byPolicy.stream().map(ScoreTally::counts).collect(Collectors.toCollection(ArrayList::new)),
        own.counts());
  }

  /** Adds what was counted of other sessions of the same run, by the same criteria. */
  public void add(Counted others) {
    counts = counts.plus(others.counts());
    for (int i = 0; i < byPolicy.size(); i++) {
      byPolicy.get(i).add(others.byPolicy().get(i));
    }
    own.add(others.own());
  }

  /** How much was counted. */
  public RunCounts counts() {
    return counts;
  }

  /** The policies that say anything about this classifier. */
  public List<Policy> applied() {
    return Scorer.applicable(counts.namedFlows() > 0, criteria.policies());
  }

  /**
   * One scorecard a policy that applies, in the order of {@link #applied}.
   *
   * @param classifier id of the classifier that was run
   */
  public List<Scorecard> scorecards(String classifier) {
    if (counts.namedFlows() == 0 || byPolicy.isEmpty()) {
      return List.of(own.scorecard(classifier));
    }
    List<Scorecard> scorecards = new ArrayList<>();
    for (int i = 0; i < byPolicy.size(); i++) {
      ScoreTally all = ScoreTally.of(facts, criteria.policies().get(i), criteria.claimFiles());
      all.add(byPolicy.get(i));
      all.add(own);
      scorecards.add(all.scorecard(classifier));
    }
    return scorecards;
  }
}

package org.dreyfus.scoring;

import java.util.List;
import java.util.stream.Stream;

/** Scores a run under a policy: the one way from observations to a scorecard. */
public final class Scorer {

  private Scorer() {}

  /**
   * @param classifier id of the classifier that was run
   * @param evidence of the run
   * @param policy that makes it a blocker
   * @param claimFiles that were frozen before the run
   * @throws java.io.UncheckedIOException when what is stored of the run cannot be read
   */
  public static Scorecard score(
      String classifier, Evidence evidence, Policy policy, List<ClaimFile> claimFiles) {
    return ScoreTally.of(evidence, policy, claimFiles).scorecard(classifier);
  }

  /**
   * The policies that say anything about this classifier: those given, when it names protocols;
   * otherwise only its own word.
   */
  public static List<Policy> applicable(Evidence evidence, List<Policy> policies) {
    try (Stream<SessionEvidence> sessions = evidence.bySession()) {
      return applicable(sessions.anyMatch(SessionEvidence::namesProtocols), policies);
    }
  }

  /**
   * The same, when it is known whether the classifier named any protocol.
   *
   * @param names whether it did
   */
  public static List<Policy> applicable(boolean names, List<Policy> policies) {
    return names && !policies.isEmpty() ? List.copyOf(policies) : List.of(Policy.OWN);
  }

  /**
   * Sets one blocker against another on the same corpus. Flows that were not answered passed.
   *
   * @throws IllegalArgumentException when the corpora differ
   */
  public static Comparison compare(
      Evidence first, Policy firstPolicy, Evidence second, Policy secondPolicy) {
    if (!first.facts().corpus().digest().equals(second.facts().corpus().digest())) {
      throw new IllegalArgumentException("the runs were made on different corpora");
    }
    return ComparisonTally.of(first, firstPolicy, second, secondPolicy);
  }
}

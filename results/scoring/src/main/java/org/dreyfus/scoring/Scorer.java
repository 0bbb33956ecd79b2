package org.dreyfus.scoring;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dreyfus.corpus.Pair;
import org.dreyfus.corpus.Role;

/** Scores a run under a policy: the one way from observations to a scorecard. */
public final class Scorer {

  private Scorer() {}

  /**
   * @param classifier id of the classifier that was run
   * @param seen of the run
   * @param policy that makes it a blocker
   * @param claimFiles that were frozen before the run
   */
  public static Scorecard score(
      String classifier, Evidence seen, Policy policy, List<ClaimFile> claimFiles) {
    RunEvidence evidence = RunEvidence.of(seen);
    List<SessionJudgement> all = judgements(evidence, policy);
    List<SessionJudgement> counted = all.stream().filter(SessionJudgement::inHeadline).toList();
    Witnesses witnesses = new Witnesses(evidence);
    ProtocolCeiling ceiling = ProtocolCeiling.of(counted);
    return new Scorecard(
        classifier,
        policy,
        evidence.corpus(),
        new TreeSet<>(evidence.feeds()),
        evidence.blindingKeys(),
        headline(all, counted, evidence),
        claimFiles.stream().map(file -> results(file, evidence, counted)).toList(),
        Discrimination.of(counted, Pair.Type.W, Alpha.ALONE),
        PairTest.of(counted),
        PairRows.of(counted),
        ceiling,
        Route.of(counted),
        Consequences.of(counted),
        Strata.of(all),
        Totals.of(all),
        ProtocolScores.of(counted),
        Errors.falsePositives(counted, witnesses),
        Errors.letThrough(counted, witnesses),
        AccusedHosts.of(evidence.accusations(), counted),
        Roc.of(counted),
        OwnCeiling.of(counted, ceiling.mix()),
        ProtocolPrice.of(ceiling),
        Leakage.of(counted),
        ConductSummary.of(evidence.conduct()),
        evidence.inline().map(inline -> InlineSummary.of(inline, all)));
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
    return Comparison.of(counted(first, firstPolicy), counted(second, secondPolicy));
  }

  private static List<SessionJudgement> counted(Evidence evidence, Policy policy) {
    return judgements(RunEvidence.of(evidence), policy).stream()
        .filter(SessionJudgement::inHeadline)
        .toList();
  }

  static List<SessionJudgement> judgements(RunEvidence evidence, Policy policy) {
    Map<String, List<Observation>> bySession =
        evidence.observations().stream()
            .collect(
                Collectors.groupingBy(Observation::session, TreeMap::new, Collectors.toList()));
    return evidence.sessions().stream()
        .map(
            session ->
                SessionJudgement.of(
                    session, bySession.getOrDefault(session.id(), List.of()), policy))
        .toList();
  }

  private static ClaimResults results(
      ClaimFile file, RunEvidence evidence, List<SessionJudgement> counted) {
    Judge judge = new Judge(evidence, counted, Alpha.of(file));
    return new ClaimResults(
        file.id(),
        file.title(),
        file.about(),
        file.sharingAlpha(),
        file.claims().stream().map(judge::decide).toList(),
        Contradiction.among(file.claims()));
  }

  private static Headline headline(
      List<SessionJudgement> all, List<SessionJudgement> counted, RunEvidence evidence) {
    List<SessionJudgement> legal = Strata.with(counted, Legality.LEGAL);
    List<SessionJudgement> infringing = Strata.with(counted, Legality.INFRINGING);
    Map<BlockRule, Rate> byRule = new EnumMap<>(BlockRule.class);
    for (BlockRule rule : BlockRule.values()) {
      byRule.put(rule, ErrorCount.GOT_THROUGH.rate(infringing, rule, Alpha.ALONE));
    }
    return new Headline(
        ErrorCount.ANY_BLOCKED.rate(legal, Alpha.ALONE),
        ErrorCount.ANY_BLOCKED.rate(
            legal.stream().filter(s -> !s.contestable()).toList(), Alpha.ALONE),
        (int) legal.stream().filter(s -> s.has(Role.CONTENT, FlowJudgement::isBlocked)).count(),
        ErrorCount.GOT_THROUGH.rate(infringing, Alpha.ALONE),
        byRule,
        all.stream()
            .flatMap(s -> s.flows().stream())
            .filter(f -> f.effect() == FlowJudgement.Effect.LATE)
            .count(),
        (int) counted.stream().filter(s -> s.legality() == Legality.MIXED).count(),
        all.size() - counted.size(),
        evidence.unstable().size());
  }
}

package org.dreyfus.scoring;

import java.util.Arrays;
import java.util.List;
import org.dreyfus.scoring.Finding.Result;
import org.dreyfus.scoring.Finding.Witness;

/** Decides what one witness refutes and nothing supports. */
final class Absolutes {

  private Absolutes() {}

  static Finding never(
      Claim claim, List<SessionJudgement> population, Witnesses witnesses, Alpha alpha) {
    Rate rate = ErrorCount.of(Hypothesis.Metric.ANY_BLOCKED).rate(population, alpha);
    List<Witness> found = witnesses.ofBlocks(population);
    if (!found.isEmpty()) {
      return Findings.refutedBy(claim, rate, found, "had something blocked");
    }
    return Findings.finding(
        claim, Result.NOT_REFUTED, Findings.noWitness(rate) + Findings.remaining(rate), rate);
  }

  static Finding always(
      Claim claim, List<SessionJudgement> population, Witnesses witnesses, Alpha alpha) {
    List<SessionJudgement> work =
        population.stream().filter(session -> session.contentBytes() > 0).toList();
    if (work.isEmpty()) {
      return Findings.notTestable(claim, "No session of this kind moves a work.");
    }
    Rate rate = ErrorCount.GOT_THROUGH.rate(work, alpha);
    List<Witness> strict = witnesses.ofPassage(throughUnderEveryRule(work));
    if (!strict.isEmpty()) {
      return Findings.refutedBy(claim, rate, strict, "got through");
    }
    boolean rulesDiffer = work.stream().anyMatch(s -> BlockRule.HALF.gotThrough(s, true));
    String text =
        rulesDiffer ? "Depends on the rule for what counts as blocked. " : Findings.noWitness(rate);
    return Findings.finding(claim, Result.NOT_REFUTED, text + Findings.remaining(rate), rate);
  }

  private static List<SessionJudgement> throughUnderEveryRule(List<SessionJudgement> sessions) {
    return sessions.stream()
        .filter(
            session ->
                Arrays.stream(BlockRule.values()).allMatch(rule -> rule.gotThrough(session, true)))
        .toList();
  }
}

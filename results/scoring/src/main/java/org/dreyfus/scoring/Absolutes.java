package org.dreyfus.scoring;

import org.dreyfus.scoring.Finding.Result;

/** Decides what one witness refutes and nothing supports. */
final class Absolutes {

  private Absolutes() {}

  static Finding never(Claim claim, ClaimTally seen, Alpha alpha) {
    Rate rate = seen.rates().rate(alpha);
    if (seen.witnesses().count() > 0) {
      return Findings.refutedBy(claim, rate, seen.witnesses(), "had something blocked");
    }
    return Findings.finding(
        claim, Result.NOT_REFUTED, Findings.noWitness(rate) + Findings.remaining(rate), rate);
  }

  static Finding always(Claim claim, ClaimTally seen, Alpha alpha) {
    if (seen.rates().isEmpty()) {
      return Findings.notTestable(claim, "No session of this kind moves a work.");
    }
    Rate rate = seen.rates().rate(alpha);
    if (seen.witnesses().count() > 0) {
      return Findings.refutedBy(claim, rate, seen.witnesses(), "got through");
    }
    boolean rulesDiffer = rate.errors() > 0;
    String text =
        rulesDiffer ? "Depends on the rule for what counts as blocked. " : Findings.noWitness(rate);
    return Findings.finding(claim, Result.NOT_REFUTED, text + Findings.remaining(rate), rate);
  }
}

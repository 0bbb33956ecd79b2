package org.dreyfus.scoring;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dreyfus.scoring.Finding.Result;

/** Decides what an interval can support or refute. */
final class Bounds {

  private static final String RULE = "Depends on the rule for what counts as blocked. ";

  private Bounds() {}

  static Finding distinguishes(
      Claim claim, ClaimTally seen, Hypothesis.Distinguishes hypothesis, Alpha alpha) {
    double margin = hypothesis.margin();
    Discrimination pairs = seen.pairs().discrimination(alpha);
    if (pairs.pairs() == 0) {
      return Findings.notTestable(claim, "The corpus holds no matched pair of this kind.");
    }
    Result result = Result.NOT_REFUTED;
    if (pairs.upper() < margin) {
      result = Result.REFUTED;
    } else if (pairs.lower() >= margin && pairs.p() <= pairs.alpha()) {
      result = Result.SUPPORTED;
    }
    String text =
        "Over %d matched pairs in %d clusters, the unlicensed work was blocked %s more often than the lawful one; between %s and %s remains possible, and at least %s was asked for. "
            .formatted(
                pairs.pairs(),
                pairs.clusters(),
                Findings.percent(pairs.difference()),
                Findings.percent(pairs.lower()),
                Findings.percent(pairs.upper()),
                Findings.percent(margin));
    return new Finding(
        claim, result, text.strip(), Optional.empty(), Optional.of(pairs), List.of(), 0);
  }

  static Finding atMost(
      Claim claim, ErrorCount errors, ClaimTally seen, double bound, Alpha alpha) {
    Rate rate = seen.rates().rate(alpha);
    Result result = decideBound(rate, bound);
    String text = "";
    if (result != Result.NOT_REFUTED && errors.dependsOnRule()) {
      boolean same =
          Arrays.stream(BlockRule.values())
              .map(rule -> seen.rates().rate(rule, alpha))
              .allMatch(other -> decideBound(other, bound) == decideBound(rate, bound));
      if (!same) {
        result = Result.NOT_REFUTED;
        text = RULE;
      }
    }
    double best = ClusterInterval.upper(0, rate.clusters(), alpha.shared());
    if (result == Result.NOT_REFUTED && best > bound) {
      text += "This corpus could not support it whatever the result. ";
    }
    return Findings.finding(claim, result, text + Findings.remaining(rate), rate);
  }

  private static Result decideBound(Rate rate, double bound) {
    if (rate.lower() > bound) {
      return Result.REFUTED;
    }
    return rate.upper() <= bound ? Result.SUPPORTED : Result.NOT_REFUTED;
  }

  static Finding alike(Claim claim, ClaimTally seen, Hypothesis.Alike hypothesis, Alpha alpha) {
    if (seen.others().isEmpty()) {
      return Findings.notTestable(claim, "The corpus holds nothing to compare it with.");
    }
    ErrorCount count = ErrorCount.of(hypothesis.metric());
    Result result = alike(seen, BlockRule.HALF, hypothesis, alpha);
    String text = "";
    boolean same =
        !count.dependsOnRule()
            || Arrays.stream(BlockRule.values())
                .map(rule -> alike(seen, rule, hypothesis, alpha))
                .allMatch(result::equals);
    if (!same) {
      result = Result.NOT_REFUTED;
      text = RULE;
    }
    Rate rate = seen.rates().rate(alpha.halved());
    Rate other = seen.others().rate(alpha.halved());
    text +=
        "%d of %d sessions here, %d of %d of those it is compared with; the difference lies between %s and %s, and %s was allowed. "
            .formatted(
                rate.errors(),
                rate.sessions(),
                other.errors(),
                other.sessions(),
                Findings.percent(rate.lower() - other.upper()),
                Findings.percent(rate.upper() - other.lower()),
                Findings.percent(hypothesis.margin()));
    return Findings.finding(claim, result, text, rate);
  }

  private static Result alike(
      ClaimTally seen, BlockRule rule, Hypothesis.Alike hypothesis, Alpha alpha) {
    Rate rate = seen.rates().rate(rule, alpha.halved());
    Rate other = seen.others().rate(rule, alpha.halved());
    double lower = rate.lower() - other.upper();
    double upper = rate.upper() - other.lower();
    if (lower > hypothesis.margin() || upper < -hypothesis.margin()) {
      return Result.REFUTED;
    }
    return lower >= -hypothesis.margin() && upper <= hypothesis.margin()
        ? Result.SUPPORTED
        : Result.NOT_REFUTED;
  }
}

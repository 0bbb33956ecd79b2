package org.dreyfus.scoring;

import java.util.List;
import org.dreyfus.scoring.Finding.Result;

/** Decides claims by the table in EVIDENCE, Claims and findings. */
final class Judge {

  private static final String WIRE =
      "Recorded traffic cannot show what a box does of itself; this needs a run through the device.";

  private final RunEvidence evidence;
  private final List<SessionJudgement> sessions;
  private final Alpha alpha;
  private final Witnesses witnesses;

  /**
   * @param sessions those that count in headline rates
   * @param alpha that the claims of the file share
   */
  Judge(RunEvidence evidence, List<SessionJudgement> sessions, Alpha alpha) {
    this.evidence = evidence;
    this.sessions = sessions;
    this.alpha = alpha;
    this.witnesses = new Witnesses(evidence);
  }

  Finding decide(Claim claim) {
    Hypothesis hypothesis = claim.hypothesis();
    if (hypothesis instanceof Hypothesis.NotTestable cannot) {
      return Findings.notTestable(claim, cannot.reason());
    } else if (hypothesis.needsTheWire() && evidence.inline().isEmpty()) {
      return Findings.notTestable(claim, WIRE);
    } else if (!evidence.feeds().containsAll(claim.feeds())) {
      return Findings.notTestable(
          claim,
          "The product was not given the feed that this needs: "
              + String.join(", ", claim.feeds())
              + ".");
    }
    List<SessionJudgement> population = of(claim.population());
    if (population.isEmpty()) {
      return Findings.notTestable(
          claim, "The corpus holds no session that this sentence speaks of.");
    }
    return withPublicRule(decide(claim, population));
  }

  private Finding decide(Claim claim, List<SessionJudgement> population) {
    Hypothesis hypothesis = claim.hypothesis();
    if (hypothesis.needsTheWire()) {
      return new WireClaims(evidence.inline().orElseThrow(), evidence.sessions())
          .decide(claim, population);
    } else if (hypothesis instanceof Hypothesis.NeverBlocked) {
      return Absolutes.never(claim, population, witnesses, alpha);
    } else if (hypothesis instanceof Hypothesis.AlwaysBlocked) {
      return Absolutes.always(claim, population, witnesses, alpha);
    } else if (hypothesis instanceof Hypothesis.Distinguishes distinguishes) {
      return Bounds.distinguishes(claim, population, distinguishes, alpha);
    } else if (hypothesis instanceof Hypothesis.Alike alike) {
      return Bounds.alike(
          claim, population, of(claim.population().under(alike.as())), alike, alpha);
    } else if (hypothesis instanceof Hypothesis.AtMost atMost) {
      ErrorCount errors = ErrorCount.of(atMost.metric());
      return Bounds.atMost(claim, errors, population, atMost.bound(), alpha);
    }
    Hypothesis.AtLeast atLeast = (Hypothesis.AtLeast) hypothesis;
    ErrorCount missed = ErrorCount.of(atLeast.metric()).inverted();
    return Bounds.atMost(claim, missed, population, 1 - atLeast.bound(), alpha);
  }

  private List<SessionJudgement> of(Population population) {
    return sessions.stream().filter(population::contains).toList();
  }

  /** On a corpus that was public before the classifier was frozen, nothing can be supported. */
  private Finding withPublicRule(Finding finding) {
    if (finding.result() != Result.SUPPORTED || !evidence.corpus().isPublic()) {
      return finding;
    }
    return new Finding(
        finding.claim(),
        Result.NOT_REFUTED,
        "Not refuted (public corpus): support needs a corpus recorded afresh. " + finding.because(),
        finding.rate(),
        finding.discrimination(),
        finding.witnesses(),
        finding.witnessCount());
  }
}

package org.dreyfus.scoring;

import java.util.List;
import org.dreyfus.scoring.Finding.Result;

/** Decides claims by the table in EVIDENCE, Claims and findings. */
final class Judge {

  private static final String WIRE =
      "Recorded traffic cannot show what a box does of itself; this needs a run through the device.";

  private final RunFacts facts;
  private final List<SessionJudgement> onWire;
  private final Alpha alpha;

  /**
   * @param onWire all sessions, when a device was run
   * @param alpha that the claims of the file share
   */
  Judge(RunFacts facts, List<SessionJudgement> onWire, Alpha alpha) {
    this.facts = facts;
    this.onWire = onWire;
    this.alpha = alpha;
  }

  /**
   * @param seen of the sessions that count in headline rates
   */
  Finding decide(Claim claim, ClaimTally seen) {
    Hypothesis hypothesis = claim.hypothesis();
    if (hypothesis instanceof Hypothesis.NotTestable cannot) {
      return Findings.notTestable(claim, cannot.reason());
    } else if (hypothesis.needsTheWire() && facts.inline().isEmpty()) {
      return Findings.notTestable(claim, WIRE);
    } else if (!facts.feeds().containsAll(claim.feeds())) {
      return Findings.notTestable(
          claim,
          "The product was not given the feed that this needs: "
              + String.join(", ", claim.feeds())
              + ".");
    } else if (seen.isEmpty()) {
      return Findings.notTestable(
          claim, "The corpus holds no session that this sentence speaks of.");
    }
    return withPublicRule(decide(claim, hypothesis, seen));
  }

  private Finding decide(Claim claim, Hypothesis hypothesis, ClaimTally seen) {
    if (hypothesis.needsTheWire()) {
      return onWire(claim);
    } else if (hypothesis instanceof Hypothesis.NeverBlocked) {
      return Absolutes.never(claim, seen, alpha);
    } else if (hypothesis instanceof Hypothesis.AlwaysBlocked) {
      return Absolutes.always(claim, seen, alpha);
    } else if (hypothesis instanceof Hypothesis.Distinguishes distinguishes) {
      return Bounds.distinguishes(claim, seen, distinguishes, alpha);
    } else if (hypothesis instanceof Hypothesis.Alike alike) {
      return Bounds.alike(claim, seen, alike, alpha);
    } else if (hypothesis instanceof Hypothesis.AtMost atMost) {
      return Bounds.atMost(claim, ErrorCount.of(atMost.metric()), seen, atMost.bound(), alpha);
    }
    Hypothesis.AtLeast atLeast = (Hypothesis.AtLeast) hypothesis;
    ErrorCount missed = ErrorCount.of(atLeast.metric()).inverted();
    return Bounds.atMost(claim, missed, seen, 1 - atLeast.bound(), alpha);
  }

  private Finding onWire(Claim claim) {
    List<SessionJudgement> spoken =
        onWire.stream()
            .filter(session -> session.inHeadline() && claim.population().contains(session))
            .toList();
    return new WireClaims(
            facts.inline().orElseThrow(), onWire.stream().map(SessionJudgement::session).toList())
        .decide(claim, spoken);
  }

  /** On a corpus that was public before the classifier was frozen, nothing can be supported. */
  private Finding withPublicRule(Finding finding) {
    if (finding.result() != Result.SUPPORTED || !facts.corpus().isPublic()) {
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

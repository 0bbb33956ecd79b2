package org.dreyfus.scoring;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dreyfus.corpus.Pair;
import org.dreyfus.scoring.Finding.Result;
import org.dreyfus.scoring.Finding.Witness;

/** Decides claims by the table in EVIDENCE, Claims and findings. */
final class Judge {

  private final RunEvidence evidence;
  private final List<SessionJudgement> sessions;
  private final int sharingAlpha;
  private final Witnesses witnesses;

  /**
   * @param sessions those that count in headline rates
   * @param sharingAlpha K
   */
  Judge(RunEvidence evidence, List<SessionJudgement> sessions, int sharingAlpha) {
    this.evidence = evidence;
    this.sessions = sessions;
    this.sharingAlpha = sharingAlpha;
    this.witnesses = new Witnesses(evidence);
  }

  Finding decide(Claim claim) {
    if (claim.hypothesis() instanceof Hypothesis.NotTestable cannot) {
      return notTestable(claim, cannot.reason());
    }
    if (!evidence.feeds().containsAll(claim.feeds())) {
      return notTestable(
          claim,
          "The product was not given the feed that this needs: "
              + String.join(", ", claim.feeds())
              + ".");
    }
    List<SessionJudgement> population =
        sessions.stream().filter(claim.population()::contains).toList();
    if (population.isEmpty()) {
      return notTestable(claim, "The corpus holds no session that this sentence speaks of.");
    }
    Hypothesis hypothesis = claim.hypothesis();
    if (hypothesis instanceof Hypothesis.NeverBlocked) {
      return never(claim, population);
    } else if (hypothesis instanceof Hypothesis.AlwaysBlocked) {
      return always(claim, population);
    } else if (hypothesis instanceof Hypothesis.Distinguishes distinguishes) {
      return distinguishes(claim, population, distinguishes);
    } else if (hypothesis instanceof Hypothesis.AtMost atMost) {
      return bounded(claim, ErrorCount.of(atMost.metric()), population, atMost.bound());
    }
    Hypothesis.AtLeast atLeast = (Hypothesis.AtLeast) hypothesis;
    ErrorCount missed = ErrorCount.of(atLeast.metric()).inverted();
    return bounded(claim, missed, population, 1 - atLeast.bound());
  }

  private Finding never(Claim claim, List<SessionJudgement> population) {
    Rate rate = ErrorCount.of(Hypothesis.Metric.ANY_BLOCKED).rate(population, sharingAlpha);
    List<Witness> found = witnesses.ofBlocks(population);
    if (!found.isEmpty()) {
      return refutedBy(claim, rate, found, "had something blocked");
    }
    return finding(claim, Result.NOT_REFUTED, noWitness(rate) + remaining(rate), rate);
  }

  private Finding always(Claim claim, List<SessionJudgement> population) {
    List<SessionJudgement> work =
        population.stream().filter(session -> session.contentBytes() > 0).toList();
    if (work.isEmpty()) {
      return notTestable(claim, "No session of this kind moves a work.");
    }
    Rate rate = ErrorCount.GOT_THROUGH.rate(work, sharingAlpha);
    List<Witness> strict = witnesses.ofPassage(throughUnderEveryRule(work));
    if (!strict.isEmpty()) {
      return refutedBy(claim, rate, strict, "got through");
    }
    boolean rulesDiffer = work.stream().anyMatch(s -> BlockRule.HALF.gotThrough(s, true));
    String text =
        rulesDiffer ? "Depends on the rule for what counts as blocked. " : noWitness(rate);
    return finding(claim, Result.NOT_REFUTED, text + remaining(rate), rate);
  }

  private static List<SessionJudgement> throughUnderEveryRule(List<SessionJudgement> sessions) {
    return sessions.stream()
        .filter(
            session ->
                Arrays.stream(BlockRule.values()).allMatch(rule -> rule.gotThrough(session, true)))
        .toList();
  }

  private Finding distinguishes(
      Claim claim, List<SessionJudgement> population, Hypothesis.Distinguishes hypothesis) {
    double margin = hypothesis.margin();
    Discrimination pairs =
        Discrimination.of(population, hypothesis.type().orElse(Pair.Type.W), sharingAlpha);
    if (pairs.pairs() == 0) {
      return notTestable(claim, "The corpus holds no matched pair of this kind.");
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
                percent(pairs.difference()),
                percent(pairs.lower()),
                percent(pairs.upper()),
                percent(margin));
    return withPublicRule(
        new Finding(
            claim, result, text.strip(), Optional.empty(), Optional.of(pairs), List.of(), 0));
  }

  private Finding bounded(
      Claim claim, ErrorCount errors, List<SessionJudgement> population, double bound) {
    Rate rate = errors.rate(population, sharingAlpha);
    Result result = decideBound(rate, bound);
    String text = "";
    if (result != Result.NOT_REFUTED && errors.dependsOnRule()) {
      boolean same =
          Arrays.stream(BlockRule.values())
              .map(rule -> errors.rate(population, rule, sharingAlpha))
              .allMatch(other -> decideBound(other, bound) == decideBound(rate, bound));
      if (!same) {
        result = Result.NOT_REFUTED;
        text = "Depends on the rule for what counts as blocked. ";
      }
    }
    double best = ClusterInterval.upper(0, rate.clusters(), Rate.ALPHA / Math.max(1, sharingAlpha));
    if (result == Result.NOT_REFUTED && best > bound) {
      text += "This corpus could not support it whatever the result. ";
    }
    return withPublicRule(finding(claim, result, text + remaining(rate), rate));
  }

  private static Result decideBound(Rate rate, double bound) {
    if (rate.lower() > bound) {
      return Result.REFUTED;
    }
    return rate.upper() <= bound ? Result.SUPPORTED : Result.NOT_REFUTED;
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

  private static Finding refutedBy(Claim claim, Rate rate, List<Witness> found, String what) {
    String text =
        "%d of %d sessions %s, in %d clusters of programs and protocols; %d flows bear witness."
            .formatted(rate.errors(), rate.sessions(), what, rate.clusters(), found.size());
    return new Finding(
        claim,
        Result.REFUTED,
        text,
        Optional.of(rate),
        Optional.empty(),
        Witnesses.shown(found),
        found.size());
  }

  private static Finding finding(Claim claim, Result result, String text, Rate rate) {
    return new Finding(
        claim, result, text.strip(), Optional.of(rate), Optional.empty(), List.of(), 0);
  }

  private static Finding notTestable(Claim claim, String reason) {
    return new Finding(
        claim, Result.NOT_TESTABLE, reason, Optional.empty(), Optional.empty(), List.of(), 0);
  }

  private static String noWitness(Rate rate) {
    return rate.errorsIfUnansweredWrong() == 0
        ? "No exception was found. "
        : "No verified witness. ";
  }

  private static String remaining(Rate rate) {
    return "%d clusters; rates from %s to %s remain possible."
        .formatted(rate.clusters(), percent(rate.lower()), percent(rate.upper()));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}

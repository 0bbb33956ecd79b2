package org.dreyfus.report;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.dreyfus.scoring.Leakage;
import org.dreyfus.scoring.OwnCeiling;
import org.dreyfus.scoring.ProtocolPrice;
import org.dreyfus.scoring.Roc;
import org.dreyfus.scoring.ScoredPairs;
import org.dreyfus.scoring.ceiling.LawfulShare;

/** Scores, own names, prices and leaks, in words. */
public final class ScoreWords {

  private static final double HALF = 0.5;
  private static final double MOST = 0.9;

  private ScoreWords() {}

  /** {@code "12.0 %"}, or {@code "12.0 % to 15.0 %"} when some sessions have no score. */
  public static String share(Roc.Share share) {
    return share.least() == share.most()
        ? Words.percent(share.least())
        : Words.percent(share.least()) + " to " + Words.percent(share.most());
  }

  /** The interval of a share. */
  public static String interval(Roc.Share share) {
    return Words.percent(share.lower()) + " to " + Words.percent(share.upper());
  }

  /** What a threshold is called. */
  public static String threshold(Roc.Point point) {
    return point.threshold().map(String::valueOf).orElse("nothing is blocked");
  }

  /** What the score could do, in one sentence. */
  public static String roc(Roc roc) {
    return "A score can be cut anywhere. Cut so that at least %s of the unlicensed works are held back, it hits %s of the lawful sessions; for %s of them, %s. The blocker itself holds back %s and hits %s."
        .formatted(
            Words.percent(HALF),
            hit(roc, HALF),
            Words.percent(MOST),
            hit(roc, MOST),
            share(roc.blocker().caught()),
            share(roc.blocker().falsePositives()));
  }

  /** The fewest lawful sessions hit, as one figure or as a range when scores are missing. */
  private static String hit(Roc roc, double wanted) {
    double best = fewest(roc, wanted, p -> p.caught().most(), p -> p.falsePositives().least());
    double worst = fewest(roc, wanted, p -> p.caught().least(), p -> p.falsePositives().most());
    return best == worst
        ? Words.percent(best)
        : Words.percent(best) + " to " + Words.percent(worst);
  }

  private static double fewest(
      Roc roc, double wanted, ToDoubleFunction<Roc.Point> caught, ToDoubleFunction<Roc.Point> hit) {
    return roc.points().stream()
        .filter(point -> caught.applyAsDouble(point) >= wanted)
        .mapToDouble(hit)
        .min()
        .orElse(1);
  }

  /** What is left of the score when only the rights differ, in one sentence. */
  public static String pairs(ScoredPairs pairs) {
    return "%s: of %d pairs the unlicensed work has the higher score in %s and the lawful one in %s; with ties counted half %s (95 %% interval %s to %s, %d clusters), where coins give 50.0 %%. Coins alone give a difference at least as large with p %s.%s"
        .formatted(
            Words.name(pairs.type()),
            pairs.pairs(),
            Words.percent(pairs.higher()),
            Words.percent(pairs.lower()),
            Words.percent(pairs.share()),
            Words.percent(pairs.shareLower()),
            Words.percent(pairs.shareUpper()),
            pairs.clusters(),
            Words.chance(pairs.p()),
            pairs.unscored() == 0
                ? ""
                : " In %d pairs a score is missing; they count as ties."
                    .formatted(pairs.unscored()));
  }

  /** What own names could do, in one sentence. */
  public static String own(OwnCeiling own) {
    OwnCeiling.Choice last = own.choices().get(own.choices().size() - 1);
    return "Names that the classifier gave to protocols in time to block: %d; of these in at least 3 clusters: %d. Blocking the best of them holds back at most %s of the unlicensed works and then hits %s of the lawful sessions; chosen without the cluster it is applied to, %s and %s."
        .formatted(
            own.names(),
            own.usableNames(),
            Words.percent(last.fitted().caught()),
            Words.percent(last.fitted().falsePositives()),
            Words.percent(last.caughtLeftOut()),
            Words.percent(last.falsePositivesLeftOut()));
  }

  /** What counts how, for the small print. */
  public static String ownLimits(OwnCeiling own) {
    return "A name counts when it was given before the last data packet. No choice of names holds back %d of the unlicensed sessions. In %d of them no single name decides; the fit takes those for held back, the other columns count them as they are. Sessions with flows that were not answered, which pass: %d. Clusters were left out in %d parts."
        .formatted(own.outOfReach(), own.undecided(), own.unanswered(), own.folds());
  }

  /** The lawful share that a protocol may have. */
  public static String limit(LawfulShare share) {
    return share.atMost().map(Words::percent).orElse("any");
  }

  /** Under which lawful shares protocol alone would do. EVIDENCE, The protocol ceiling. */
  public static String price(ProtocolPrice price) {
    String limits =
        price.protocols().stream()
            .filter(share -> share.atMost().isPresent())
            .map(
                share ->
                    "%s at most %s (here %s)"
                        .formatted(share.protocol(), limit(share), Words.percent(share.lawful())))
            .collect(Collectors.joining(", "));
    return "Protocol alone meets a false positive rate of at most %s and a detection rate of at least %s only %s In the mix that figure 4 starts with %s."
        .formatted(
            Words.percent(price.allowed()),
            Words.percent(price.wanted()),
            limits.isEmpty()
                ? "where the protocols chosen are together used by at most as many lawful sessions; no single protocol is needed for that."
                : "under these lawful shares per protocol: %s; all that are chosen together must stay within the false positive rate."
                    .formatted(limits),
            price.isMet()
                ? "that holds"
                : "it does not: at least %s of the lawful sessions must be hit"
                    .formatted(Words.percent(price.falsePositives())));
  }

  /** What passed before a block, in one sentence. */
  public static Optional<String> leakage(List<Leakage> all) {
    if (all.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        all.stream()
            .map(
                leak ->
                    "Of %d blocked flows with %s content, half let at most %s pass before the block took effect, nine in ten at most %s, the worst one %s; that is %s of their content."
                        .formatted(
                            leak.flows(),
                            Words.name(leak.legalStatus()),
                            Words.bytes(leak.medianBytes()),
                            Words.bytes(leak.ninetiethBytes()),
                            Words.bytes(leak.largestBytes()),
                            Words.percent(leak.share())))
            .collect(Collectors.joining(" ")));
  }
}

package org.dreyfus.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dreyfus.corpus.Pair;
import org.dreyfus.corpus.vocabulary.TrafficClass;
import org.dreyfus.corpus.vocabulary.Vocabulary;
import org.dreyfus.scoring.PairRow;
import org.dreyfus.scoring.ProtocolCeiling;
import org.dreyfus.scoring.Rate;
import org.dreyfus.scoring.Route;
import org.dreyfus.scoring.Scorecard;

/** Where the marks of a figure stand. Lengths are in units of the drawing, shares 0 to 1. */
public final class Charts {

  /** With fewer clusters a percentage is not said. */
  public static final int FEW = 10;

  private static final double WANTED = 0.9;
  private static final double ALLOWED = 0.01;
  private static final double LEFT = 50;
  private static final double BOTTOM = 230;
  private static final double SIDE = 210;

  private Charts() {}

  /** A number with at most two decimals, never in exponent form. */
  public static String scaled(double share, int length) {
    return plain(share * length, 2);
  }

  /** A share with six decimals. */
  public static String number(double share) {
    return plain(share, 6);
  }

  /** How many clusters' worth of sessions were hit; a part of a cluster counts as a part. */
  public static String clustersHit(Rate rate) {
    return plain(rate.clusterRate() * rate.clusters(), 1);
  }

  /** The first session with a protocol of a category that was hit, or nothing. */
  public static String example(Scorecard card, TrafficClass category) {
    return card.falsePositives().stream()
        .filter(
            error ->
                error.protocols().stream()
                    .anyMatch(name -> Vocabulary.trafficClass(name) == category))
        .findFirst()
        .map(error -> error.session() + ", frame " + error.flows().get(0))
        .orElse("");
  }

  /** Rows of one type. */
  public static List<PairRow> rows(Scorecard card, Pair.Type type) {
    return card.pairRows().stream().filter(row -> row.type() == type).toList();
  }

  /** How wide the filled part of a pair's cell is: all, half when it differs, or none. */
  public static int cell(int blocked, int pairs) {
    return blocked == 0 ? 0 : blocked == pairs ? 60 : 30;
  }

  /** The corners of a ceiling, as a polyline takes them. */
  public static String line(ProtocolCeiling.Panel panel) {
    return panel.ceiling().vertices().stream()
        .map(vertex -> across(vertex.falsePositives()) + "," + up(vertex.caught()))
        .collect(Collectors.joining(" "));
  }

  /** Where a share of false positives stands. */
  public static String across(double share) {
    return plain(LEFT + share * SIDE, 2);
  }

  /** Where a share caught stands. */
  public static String up(double share) {
    return plain(BOTTOM - share * SIDE, 2);
  }

  /** The blocker beside the line, in one sentence. */
  public static String beside(ProtocolCeiling.Panel panel) {
    return "This blocker hits %s of lawful sessions and holds back %s of unlicensed works; by protocol alone, with as many hit, at most %s could be held back."
        .formatted(
            Words.percent(panel.falsePositives()),
            Words.percent(panel.caught()),
            Words.percent(panel.ceiling().caughtAt(panel.falsePositives())));
  }

  /** What blocking by protocol alone costs, in one sentence. */
  public static String price(ProtocolCeiling.Panel panel) {
    double share = panel.ceiling().falsePositivesAt(WANTED);
    String cost =
        "To hold back %s of the unlicensed works by protocol alone, at least %s of the lawful sessions must be hit."
            .formatted(Words.percent(WANTED), Words.percent(share));
    return panel.ceiling().vertices().stream()
        .filter(vertex -> vertex.caught() >= WANTED)
        .findFirst()
        .map(
            vertex ->
                cost
                    + " It could be fewer than %s only where lawful sessions that use any of these make up less than that: %s."
                        .formatted(Words.percent(ALLOWED), String.join(", ", vertex.blocked())))
        .orElse(cost);
  }

  /** A mix, in words. */
  public static String mix(Map<TrafficClass, Double> mix) {
    return mix.entrySet().stream()
        .map(each -> Words.name(each.getKey()) + " " + Words.percent(each.getValue()))
        .collect(Collectors.joining(", "));
  }

  /** Bytes of works that were blocked. */
  public static long blockedBytes(Route route) {
    return route.contentBytes() - route.passed() - route.unanswered();
  }

  /** Share of the bytes of works that was blocked. */
  public static double blocked(Route route) {
    return route.contentBytes() == 0 ? 0 : (double) blockedBytes(route) / route.contentBytes();
  }

  /** Share of the bytes of works without an answer. */
  public static double unanswered(Route route) {
    return route.contentBytes() == 0 ? 0 : (double) route.unanswered() / route.contentBytes();
  }

  private static String plain(double value, int decimals) {
    return BigDecimal.valueOf(value)
        .setScale(decimals, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }
}

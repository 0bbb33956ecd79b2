package org.dreyfus.scoring;

import java.util.List;
import java.util.Optional;
import org.dreyfus.scoring.roc.Step;

/**
 * What a classifier's score would do at every threshold: a session is blocked when its highest
 * score is at or above it. Each cluster counts as one, as in every rate. When the score was known
 * is not asked: a flow is scored at its end.
 *
 * @param lawfulClusters the n of shares of lawful sessions
 * @param unlicensedClusters the n of shares of sessions with unlicensed works
 * @param sessions of both
 * @param unscored of these, how many have a content flow without a score
 * @param points from nothing blocked to all blocked; thinned, but corners of the convex hull all
 *     stand
 * @param blocker where the blocker itself stands, which need not be on the line; its threshold is
 *     absent
 * @param pairs whether the unlicensed member of a pair has the higher score, one entry a type
 */
public record Roc(
    int lawfulClusters,
    int unlicensedClusters,
    int sessions,
    int unscored,
    List<Point> points,
    Point blocker,
    List<ScoredPairs> pairs) {

  /**
   * One threshold.
   *
   * @param threshold the lowest score that is blocked, 0 to 1; absent when nothing is
   * @param falsePositives share of lawful sessions hit
   * @param caught share of sessions with unlicensed works blocked
   */
  public record Point(Optional<Double> threshold, Share falsePositives, Share caught) {}

  /**
   * A share over clusters.
   *
   * @param least with unscored sessions as far below the threshold as they may be, 0 to 1
   * @param most with unscored sessions above it, 0 to 1
   * @param lower end of the 95 % interval of {@code least}
   * @param upper end of the 95 % interval of {@code most}
   */
  public record Share(double least, double most, double lower, double upper) {

    private static Share of(double least, double most, int clusters) {
      return new Share(
          Digits.six(least / clusters),
          Digits.six(most / clusters),
          Digits.six(ClusterInterval.lower(least, clusters, Rate.ALPHA)),
          Digits.six(ClusterInterval.upper(most, clusters, Rate.ALPHA)));
    }

    static Share of(Rate rate) {
      return new Share(
          rate.clusterRate(),
          rate.clusterRateIfUnansweredWrong(),
          rate.lowerAlone(),
          rate.upperAlone());
    }
  }

  static Point point(Step step, int lawfulClusters, int unlicensedClusters) {
    return new Point(
        step.threshold(),
        Share.of(step.lawfulAtLeast(), step.lawfulAtMost(), lawfulClusters),
        Share.of(step.unlicensedAtLeast(), step.unlicensedAtMost(), unlicensedClusters));
  }
}

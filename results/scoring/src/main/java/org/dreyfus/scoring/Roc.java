package org.dreyfus.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dreyfus.scoring.roc.Scored;
import org.dreyfus.scoring.roc.Step;
import org.dreyfus.scoring.roc.Steps;

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

  private static final int MOST_POINTS = 200;

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

    private static Share of(Rate rate) {
      return new Share(
          rate.clusterRate(),
          rate.clusterRateIfUnansweredWrong(),
          rate.lowerAlone(),
          rate.upperAlone());
    }
  }

  /** Empty when the classifier gave no score, or one of the two kinds of sessions is missing. */
  static Optional<Roc> of(List<SessionJudgement> sessions) {
    List<SessionJudgement> lawful = Strata.with(sessions, Legality.LEGAL);
    List<SessionJudgement> unlicensed = Strata.with(sessions, Legality.INFRINGING);
    boolean scored =
        sessions.stream()
            .flatMap(session -> session.flows().stream())
            .anyMatch(flow -> flow.observation().score().isPresent());
    if (!scored || lawful.isEmpty() || unlicensed.isEmpty()) {
      return Optional.empty();
    }
    List<Scored> all = new ArrayList<>();
    int lawfulClusters = add(lawful, false, all);
    int unlicensedClusters = add(unlicensed, true, all);
    List<Point> points =
        Steps.thinned(Steps.of(all), MOST_POINTS).stream()
            .map(step -> point(step, lawfulClusters, unlicensedClusters))
            .toList();
    return Optional.of(
        new Roc(
            lawfulClusters,
            unlicensedClusters,
            all.size(),
            (int) all.stream().filter(each -> each.lowest() < each.highest()).count(),
            points,
            new Point(
                Optional.empty(),
                Share.of(ErrorCount.ANY_BLOCKED.rate(lawful, Alpha.ALONE)),
                Share.of(ErrorCount.WORK_BLOCKED.rate(unlicensed, Alpha.ALONE))),
            ScoredPairs.of(sessions)));
  }

  /** Adds sessions of one kind, each with its part of a cluster; returns how many clusters. */
  private static int add(List<SessionJudgement> sessions, boolean unlicensed, List<Scored> to) {
    Map<String, Long> sizes = new TreeMap<>();
    sessions.forEach(session -> sizes.merge(session.session().cluster(), 1L, Long::sum));
    for (SessionJudgement session : sessions) {
      SessionScore score = SessionScore.of(session);
      double weight = 1.0 / sizes.getOrDefault(session.session().cluster(), 1L);
      to.add(new Scored(score.lowest(), score.highest(), weight, unlicensed));
    }
    return sizes.size();
  }

  private static Point point(Step step, int lawfulClusters, int unlicensedClusters) {
    return new Point(
        step.threshold(),
        Share.of(step.lawfulAtLeast(), step.lawfulAtMost(), lawfulClusters),
        Share.of(step.unlicensedAtLeast(), step.unlicensedAtMost(), unlicensedClusters));
  }
}

package org.dreyfus.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Two blockers on the same sessions: is one worse, and by how much? EVIDENCE, Pairs: two blockers.
 * Errors on lawful and on unlicensed sessions are never weighed against each other.
 *
 * @param lawful sessions with anything blocked
 * @param unlicensed sessions whose work got through
 */
public record Comparison(Difference lawful, Difference unlicensed) {

  /**
   * Of error rates, first less second.
   *
   * @param sessions that both were put to
   * @param clusters the n of the interval
   * @param onlyFirst share of clusters' sessions in which only the first erred
   * @param onlySecond the same of the second
   * @param difference of error rates, -1 to 1
   * @param lower end of its 95 % interval
   * @param upper end of its 95 % interval
   * @param p two-sided, by flipping the signs of the clusters' differences
   */
  public record Difference(
      int sessions,
      int clusters,
      double onlyFirst,
      double onlySecond,
      double difference,
      double lower,
      double upper,
      double p) {

    /** Over nothing. */
    static final Difference EMPTY = new Difference(0, 0, 0, 0, 0, -1, 1, 1);
  }

  /** Sessions in the same order. */
  static Comparison of(List<SessionJudgement> first, List<SessionJudgement> second) {
    return new Comparison(
        difference(first, second, Legality.LEGAL, SessionJudgement::anyBlocked),
        difference(
            first,
            second,
            Legality.INFRINGING,
            session -> BlockRule.HALF.gotThrough(session, false)));
  }

  private static Difference difference(
      List<SessionJudgement> first,
      List<SessionJudgement> second,
      Legality legality,
      Predicate<SessionJudgement> isError) {
    Map<String, List<Integer>> clusters = new TreeMap<>();
    int sessions = 0;
    for (int i = 0; i < first.size(); i++) {
      SessionJudgement one = first.get(i);
      SessionJudgement other = second.get(i);
      if (!one.session().id().equals(other.session().id())) {
        throw new IllegalArgumentException(
            "sessions '%s' and '%s' stand beside each other"
                .formatted(one.session().id(), other.session().id()));
      }
      if (one.legality() == legality) {
        sessions++;
        clusters
            .computeIfAbsent(one.session().cluster(), name -> new ArrayList<>())
            .add((isError.test(one) ? 1 : 0) - (isError.test(other) ? 1 : 0));
      }
    }
    return clusters.isEmpty() ? Difference.EMPTY : difference(sessions, clusters);
  }

  private static Difference difference(int sessions, Map<String, List<Integer>> clusters) {
    int m = clusters.size();
    double b = 0;
    double c = 0;
    List<Double> means = new ArrayList<>();
    for (List<Integer> cluster : clusters.values()) {
      double onlyFirst = cluster.stream().filter(value -> value > 0).count();
      double onlySecond = cluster.stream().filter(value -> value < 0).count();
      b += onlyFirst / cluster.size();
      c += onlySecond / cluster.size();
      means.add((onlyFirst - onlySecond) / cluster.size());
    }
    ClusterInterval interval = ClusterInterval.ofDifference(b, c, m, Rate.ALPHA);
    return new Difference(
        sessions,
        m,
        Digits.six(b / m),
        Digits.six(c / m),
        Digits.six((b - c) / m),
        Digits.six(interval.lower()),
        Digits.six(interval.upper()),
        Digits.six(SignFlip.p(means)));
  }
}

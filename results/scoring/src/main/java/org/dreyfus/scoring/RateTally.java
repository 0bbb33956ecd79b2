package org.dreyfus.scoring;

import java.io.Serializable;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.DoubleStream;

/** Sessions in error, cluster by cluster: all that a {@link Rate} follows from. */
final class RateTally implements Serializable {

  private static final long serialVersionUID = 1L;

  private final TreeMap<String, Counts> clusters = new TreeMap<>();

  /** Of one cluster. */
  private static final class Counts implements Serializable {
    private static final long serialVersionUID = 1L;
    private long sessions;
    private long errors;
    private long errorsIfUnansweredWrong;
  }

  /**
   * Counts a session.
   *
   * @param error whether it is in error, its unanswered flows counted as correct
   * @param errorIfUnansweredWrong the same, counted as wrong
   */
  void add(SessionJudgement session, boolean error, boolean errorIfUnansweredWrong) {
    Counts counts = counts(session.session().cluster());
    counts.sessions++;
    counts.errors += error ? 1 : 0;
    counts.errorsIfUnansweredWrong += errorIfUnansweredWrong ? 1 : 0;
  }

  void add(RateTally other) {
    other.clusters.forEach(
        (cluster, its) -> {
          Counts counts = counts(cluster);
          counts.sessions += its.sessions;
          counts.errors += its.errors;
          counts.errorsIfUnansweredWrong += its.errorsIfUnansweredWrong;
        });
  }

  private Counts counts(String cluster) {
    return clusters.computeIfAbsent(cluster, absent -> new Counts());
  }

  boolean isEmpty() {
    return clusters.isEmpty();
  }

  /** Share of each cluster's sessions in error, unanswered ones as correct, by cluster. */
  DoubleStream shares() {
    return clusters.values().stream().mapToDouble(its -> (double) its.errors / its.sessions);
  }

  /**
   * @param alpha that the interval may use
   */
  Rate rate(Alpha alpha) {
    if (isEmpty()) {
      return Rate.EMPTY;
    }
    int m = clusters.size();
    double low = sumOfMeans(its -> its.errors);
    double high = sumOfMeans(its -> its.errorsIfUnansweredWrong);
    return new Rate(
        sum(its -> its.sessions),
        m,
        sum(its -> its.errors),
        sum(its -> its.errorsIfUnansweredWrong),
        Digits.six(low / m),
        Digits.six(high / m),
        Digits.six(ClusterInterval.lower(low, m, alpha.shared())),
        Digits.six(ClusterInterval.upper(high, m, alpha.shared())),
        Digits.six(ClusterInterval.lower(low, m, alpha.whole())),
        Digits.six(ClusterInterval.upper(high, m, alpha.whole())));
  }

  private int sum(ToLongFunction<Counts> count) {
    return Math.toIntExact(clusters.values().stream().mapToLong(count).sum());
  }

  /** In the order of clusters, one after the other, so that the last digit is always the same. */
  private double sumOfMeans(ToLongFunction<Counts> count) {
    double sum = 0;
    for (Counts its : clusters.values()) {
      sum += (double) count.applyAsLong(its) / its.sessions;
    }
    return sum;
  }
}

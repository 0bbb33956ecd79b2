package org.dreyfus.scoring;

import java.util.Collection;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * The mean of a value over the sessions of each cluster. Repetitions show reproducibility; only
 * clusters are n.
 *
 * @param clusters how many there are: m
 * @param sum of the clusters' means: x
 */
record ClusterMeans(int clusters, double sum) {

  static ClusterMeans of(
      Collection<SessionJudgement> sessions, ToDoubleFunction<SessionJudgement> value) {
    TreeMap<String, double[]> totals = new TreeMap<>();
    for (SessionJudgement session : sessions) {
      double[] total =
          totals.computeIfAbsent(session.session().cluster(), cluster -> new double[2]);
      total[0] += value.applyAsDouble(session);
      total[1]++;
    }
    double sum = 0;
    for (double[] total : totals.values()) {
      sum += total[0] / total[1];
    }
    return new ClusterMeans(totals.size(), sum);
  }
}

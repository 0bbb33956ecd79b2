package org.dreyfus.scoring;

/**
 * An error rate over sessions, with what it rests on. Unanswered sessions stay in the denominator:
 * the lower end counts them as correct, the upper end as wrong.
 *
 * @param sessions in the population
 * @param clusters in the population: the n of the interval
 * @param errors sessions in error, unanswered ones as correct
 * @param errorsIfUnansweredWrong sessions in error, unanswered ones as wrong
 * @param clusterRate mean over clusters, unanswered as correct, 0 to 1
 * @param clusterRateIfUnansweredWrong the same with unanswered as wrong
 * @param lower end of the interval at alpha / K, 0 to 1
 * @param upper end of the interval at alpha / K, 0 to 1
 * @param lowerAlone the same for K = 1
 * @param upperAlone the same for K = 1
 */
public record Rate(
    int sessions,
    int clusters,
    int errors,
    int errorsIfUnansweredWrong,
    double clusterRate,
    double clusterRateIfUnansweredWrong,
    double lower,
    double upper,
    double lowerAlone,
    double upperAlone) {

  /** Error probability of all intervals of one claim file together. */
  public static final double ALPHA = 0.05;

  /** A rate over nothing: it says nothing, from 0 to 1. */
  static final Rate EMPTY = new Rate(0, 0, 0, 0, 0, 0, 0, 1, 0, 1);

  /** True when there is nothing to count. */
  public boolean isEmpty() {
    return sessions == 0;
  }
}

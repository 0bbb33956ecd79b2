package org.dreyfus.scoring;

import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * Clopper-Pearson interval of a rate over clusters, extended to fractional counts: EVIDENCE,
 * Intervals. C. J. Clopper and E. S. Pearson, "The use of confidence or fiducial limits illustrated
 * in the case of the binomial", Biometrika 26 (1934).
 *
 * @param lower 0 to 1; of a difference from -1
 * @param upper 0 to 1
 */
public record ClusterInterval(double lower, double upper) {

  /**
   * @param x sum of the clusters' mean error rates, 0 to {@code m}
   * @param m clusters, at least 1
   * @param alpha two-sided error probability, already divided by the number of claims
   */
  public static ClusterInterval of(double x, int m, double alpha) {
    if (m < 1 || x < 0 || x > m) {
      throw new IllegalArgumentException("x = " + x + " of m = " + m + " clusters");
    }
    return new ClusterInterval(lower(x, m, alpha), upper(x, m, alpha));
  }

  /**
   * Interval of (b - c) / m, the difference of two shares of the same clusters, each at half of
   * alpha. EVIDENCE, Pairs and discrimination.
   */
  static ClusterInterval ofDifference(double b, double c, int m, double alpha) {
    ClusterInterval ofB = of(b, m, alpha / 2);
    ClusterInterval ofC = of(c, m, alpha / 2);
    return new ClusterInterval(ofB.lower() - ofC.upper(), ofB.upper() - ofC.lower());
  }

  static double lower(double x, int m, double alpha) {
    return x == 0 ? 0 : BetaDistribution.of(x, m - x + 1).inverseCumulativeProbability(alpha / 2);
  }

  static double upper(double x, int m, double alpha) {
    return x == m ? 1 : BetaDistribution.of(x + 1, m - x).inverseSurvivalProbability(alpha / 2);
  }
}

package org.dreyfus.scoring;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Approximate interval of a share of flows, bytes or hosts: clusters are drawn again with
 * replacement. EVIDENCE, Intervals: only with 40 clusters and more, of which at least 5 are in
 * error and 5 are not. B. Efron, "Bootstrap methods: another look at the jackknife", Annals of
 * Statistics 7 (1979); percentile method.
 *
 * @param lower 0 to 1
 * @param upper 0 to 1
 */
public record Bootstrap(double lower, double upper) {

  private static final int CLUSTERS = 40;
  private static final int EACH = 5;
  private static final int DRAWS = 4_999;
  private static final long SEED = 1979;

  /**
   * One cluster's counts.
   *
   * @param hit flows, bytes or hosts in error
   * @param all of them
   */
  record Counts(double hit, double all) {}

  /** Of the share of all that is hit, at 95 %; empty when there are too few clusters to say. */
  static Optional<Bootstrap> of(Collection<Counts> clusters) {
    Counts[] counts = clusters.stream().filter(its -> its.all() > 0).toArray(Counts[]::new);
    double x = Arrays.stream(counts).mapToDouble(its -> its.hit() / its.all()).sum();
    if (counts.length < CLUSTERS || x < EACH || x > counts.length - EACH) {
      return Optional.empty();
    }
    SplittableRandom random = new SplittableRandom(SEED);
    double[] shares = new double[DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      double hit = 0;
      double all = 0;
      for (int i = 0; i < counts.length; i++) {
        Counts drawn = counts[random.nextInt(counts.length)];
        hit += drawn.hit();
        all += drawn.all();
      }
      shares[draw] = hit / all;
    }
    Arrays.sort(shares);
    int tail = (int) Math.round((DRAWS + 1) * Rate.ALPHA / 2);
    return Optional.of(
        new Bootstrap(Digits.six(shares[tail - 1]), Digits.six(shares[DRAWS - tail])));
  }
}

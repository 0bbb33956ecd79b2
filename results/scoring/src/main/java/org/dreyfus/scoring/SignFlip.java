package org.dreyfus.scoring;

import java.util.Collection;
import java.util.SplittableRandom;

/**
 * Randomisation test of a sum whose terms could as well have had the other sign: by a coin that was
 * tossed, or because two blockers could change names. R. A. Fisher, "The Design of Experiments",
 * section 21 (1935).
 */
final class SignFlip {

  private static final int EXHAUSTIVE = 16;
  private static final int DRAWS = 99_999;
  private static final long SEED = 1L;

  private SignFlip() {}

  /**
   * Flips every sign: all 2^n ways when there are few, seeded draws otherwise. p = (1 + #{|T*| >=
   * |T|}) / (1 + N); for all ways the observed one is among the N and is not added again.
   *
   * @return two-sided
   */
  static double p(Collection<Double> terms) {
    double[] weight = terms.stream().mapToDouble(w -> w).filter(w -> w != 0).toArray();
    double observed = Math.abs(sum(weight, -1L));
    if (weight.length <= EXHAUSTIVE) {
      long all = 1L << weight.length;
      long extreme = 0;
      for (long signs = 0; signs < all; signs++) {
        extreme += Math.abs(sum(weight, signs)) >= observed - 1e-9 ? 1 : 0;
      }
      return (double) extreme / all;
    }
    SplittableRandom random = new SplittableRandom(SEED);
    long extreme = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      extreme += Math.abs(drawn(weight, random)) >= observed - 1e-9 ? 1 : 0;
    }
    return (1.0 + extreme) / (1.0 + DRAWS);
  }

  private static double drawn(double[] weight, SplittableRandom random) {
    double sum = 0;
    for (double w : weight) {
      sum += random.nextBoolean() ? w : -w;
    }
    return sum;
  }

  private static double sum(double[] weight, long signs) {
    double sum = 0;
    for (int i = 0; i < weight.length; i++) {
      sum += (signs >>> i & 1) == 1 ? weight[i] : -weight[i];
    }
    return sum;
  }
}

package org.dreyfus.scoring;

import org.dreyfus.corpus.Pair;

/**
 * How often the unlicensed member of a matched pair has the higher score: what is left of a score
 * when everything but the rights is the same. Types are never pooled.
 *
 * @param type W: different works; L: the same bytes, of which one distributor had leave
 * @param pairs counted
 * @param clusters the n of the interval
 * @param unscored pairs of which a member has no score; they count as ties
 * @param higher share of pairs in which the unlicensed member scores higher, over clusters
 * @param lower share in which the lawful one does
 * @param share {@code higher} and half of the ties, 0 to 1; a coin gets 0.5
 * @param shareLower end of its 95 % interval
 * @param shareUpper end of its 95 % interval
 * @param p two-sided, by randomisation over the coins
 */
public record ScoredPairs(
    Pair.Type type,
    int pairs,
    int clusters,
    int unscored,
    double higher,
    double lower,
    double share,
    double shareLower,
    double shareUpper,
    double p) {

  static ScoredPairs of(Pair.Type type, Discrimination order, int unscored) {
    return new ScoredPairs(
        type,
        order.pairs(),
        order.clusters(),
        unscored,
        order.onlyInfringing(),
        order.onlyLegal(),
        share(order.difference()),
        share(order.lower()),
        share(order.upper()),
        order.p());
  }

  /** From a difference of shares, -1 to 1, to the larger share with half of the ties. */
  private static double share(double difference) {
    return Digits.six((1 + difference) / 2);
  }
}

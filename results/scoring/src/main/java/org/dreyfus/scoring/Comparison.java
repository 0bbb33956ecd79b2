package org.dreyfus.scoring;

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
}

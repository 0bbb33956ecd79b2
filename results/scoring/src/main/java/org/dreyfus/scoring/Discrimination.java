package org.dreyfus.scoring;

/**
 * Whether a blocker tells the members of matched pairs apart. EVIDENCE, Pairs and discrimination.
 *
 * @param pairs session pairs counted
 * @param clusters the n of the interval
 * @param onlyInfringing b / m: cluster mean of "only the unlicensed member blocked"
 * @param onlyLegal c / m: cluster mean of "only the lawful member blocked"
 * @param difference J = b - c, -1 to 1
 * @param lower end of the interval of J at alpha / K
 * @param upper end of the interval of J at alpha / K
 * @param p two-sided, by randomisation over the coins
 * @param alpha error probability that this claim may use
 */
public record Discrimination(
    int pairs,
    int clusters,
    double onlyInfringing,
    double onlyLegal,
    double difference,
    double lower,
    double upper,
    double p,
    double alpha) {

  /** "At chance" is said only when the whole interval lies within this distance of 0. */
  public static final double CHANCE = 0.20;

  /** True when the interval excludes more than chance. */
  public boolean atChance() {
    return lower >= -CHANCE && upper <= CHANCE;
  }
}

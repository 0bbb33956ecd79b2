package org.dreyfus.scoring;

import java.util.List;
import java.util.Optional;

/**
 * A set of claims that is tested together and frozen before a run.
 *
 * @param schemaVersion of the file: 1
 * @param id unique, lower case letters, digits and hyphens
 * @param title for people
 * @param about whose words these are, and what stands behind the reading
 * @param reconstructionsOnly true when it is about how well a reconstruction does; it is then put
 *     to reconstructions only
 * @param confidence of all its findings together: 0.95 when absent, never less
 * @param claims in the order in which they are printed
 */
public record ClaimFile(
    int schemaVersion,
    String id,
    String title,
    String about,
    boolean reconstructionsOnly,
    Optional<Double> confidence,
    List<Claim> claims) {

  /** The version of claim files that this code reads. */
  public static final int SCHEMA_VERSION = 1;

  public ClaimFile {
    claims = List.copyOf(claims);
  }

  /** Error probability of all its findings together. */
  public double alpha() {
    return Digits.six(1 - confidence.orElse(1 - Rate.ALPHA));
  }

  /** K: how many claims share alpha. Bonferroni. EVIDENCE, Claims and findings. */
  public int sharingAlpha() {
    return (int) claims.stream().filter(claim -> claim.hypothesis().spendsAlpha()).count();
  }

  /** Whether only a run through a device can tell of any of its claims. */
  public boolean isForTheWireOnly() {
    return claims.stream().allMatch(claim -> claim.hypothesis().needsTheWire());
  }
}

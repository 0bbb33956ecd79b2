package org.dreyfus.scoring;

/**
 * Error probability of the findings of one claim file, and how many share it. Bonferroni: EVIDENCE,
 * Claims and findings.
 *
 * @param whole of all findings together, above 0, at most 0.05
 * @param claims K: that share it, at least 1
 */
record Alpha(double whole, int claims) {

  /** Of a rate that no claim asks for: 95 % by itself. */
  static final Alpha ALONE = new Alpha(Rate.ALPHA, 1);

  Alpha {
    claims = Math.max(1, claims);
  }

  static Alpha of(ClaimFile file) {
    return new Alpha(file.alpha(), file.sharingAlpha());
  }

  /** Of each. */
  double shared() {
    return whole / claims;
  }

  /** Half of it for each end of a difference. */
  Alpha halved() {
    return new Alpha(whole / 2, claims);
  }
}

package org.dreyfus.scoring;

import java.util.List;
import java.util.Optional;

/**
 * What the observations say of one claim.
 *
 * @param claim the claim
 * @param result supported, refuted, not refuted or not testable
 * @param because one or two plain sentences
 * @param rate of what the claim speaks of; absent when there is no population
 * @param discrimination for a claim on matched pairs
 * @param witnesses verified, by session and flow; at most {@value #WITNESSES_SHOWN} are kept
 * @param witnessCount how many there are
 */
public record Finding(
    Claim claim,
    Result result,
    String because,
    Optional<Rate> rate,
    Optional<Discrimination> discrimination,
    List<Witness> witnesses,
    int witnessCount) {

  /** Whether this agrees with what somebody else found: dd-005. */
  public boolean reproducesFinding() {
    return claim.whoseWord().isReproducedBy(result);
  }

  /** How many witnesses a scorecard names. */
  public static final int WITNESSES_SHOWN = 5;

  /** What becomes of a claim. */
  public enum Result {
    SUPPORTED,
    REFUTED,
    NOT_REFUTED,
    NOT_TESTABLE
  }

  /**
   * A flow that anybody can look at.
   *
   * @param flow session and flow
   * @param story of the session, in one sentence
   * @param what was done to it
   */
  public record Witness(FlowRef flow, String story, String what) {}
}

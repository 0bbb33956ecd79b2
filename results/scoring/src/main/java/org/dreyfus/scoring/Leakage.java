package org.dreyfus.scoring;

import org.dreyfus.corpus.LegalStatus;

/**
 * What of works had passed before they were blocked, over the CONTENT flows that were blocked
 * effectively. Totals of this corpus. Quantiles are by nearest rank: the least that at least such a
 * part of the flows does not exceed.
 *
 * @param legalStatus of the flows
 * @param flows blocked effectively
 * @param clusters in which they occur
 * @param contentBytes of works in them
 * @param passedBytes of these, before the deciding packets
 * @param medianBytes that passed in a flow
 * @param ninetiethBytes that at least 90 % of the flows do not exceed
 * @param largestBytes that passed in a flow
 */
public record Leakage(
    LegalStatus legalStatus,
    int flows,
    int clusters,
    long contentBytes,
    long passedBytes,
    long medianBytes,
    long ninetiethBytes,
    long largestBytes) {

  /** Share of the content of these flows that had passed, 0 to 1; 0 when they had none. */
  public double share() {
    return contentBytes == 0 ? 0 : (double) passedBytes / contentBytes;
  }
}

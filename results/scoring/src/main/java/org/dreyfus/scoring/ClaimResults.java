package org.dreyfus.scoring;

import java.util.List;

/**
 * What became of one claim file.
 *
 * @param id of the file
 * @param title of the file
 * @param about whose words these are
 * @param sharingAlpha K: how many of its claims share alpha = 0.05
 * @param findings in the order of the file
 * @param contradictions between its claims
 */
public record ClaimResults(
    String id,
    String title,
    String about,
    int sharingAlpha,
    List<Finding> findings,
    List<Contradiction> contradictions) {

  /** How many findings came out so. */
  public long count(Finding.Result result) {
    return findings.stream().filter(finding -> finding.result() == result).count();
  }
}

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

  /** How many claims are statements of vendors. */
  public long statements() {
    return findings.stream().filter(finding -> finding.claim().isStatement()).count();
  }

  /** How many of the statements of vendors came out so. */
  public long statements(Finding.Result result) {
    return findings.stream()
        .filter(finding -> finding.claim().isStatement() && finding.result() == result)
        .count();
  }

  /** How many claims put somebody else's finding to the test, or its opposite. */
  public long findingsOfOthers() {
    return findings.size() - statements();
  }

  /** How many of those agree with what was found. */
  public long reproduced() {
    return findings.stream().filter(Finding::reproducesFinding).count();
  }

  /** How many findings came out so. */
  public long count(Finding.Result result) {
    return findings.stream().filter(finding -> finding.result() == result).count();
  }
}

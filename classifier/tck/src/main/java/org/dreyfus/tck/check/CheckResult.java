package org.dreyfus.tck.check;

/**
 * What came of one check.
 *
 * @param rule its number in {@code classifier/STREAM.md}, or with J in {@code classifier/README.md}
 * @param title what is checked
 * @param seen one line: what was seen, or why it was skipped
 * @param remedy one line for the vendor; empty unless it failed
 */
public record CheckResult(String rule, String title, Outcome outcome, String seen, String remedy) {

  /** How a check ended. */
  public enum Outcome {
    PASSED,
    FAILED,
    SKIPPED
  }
}

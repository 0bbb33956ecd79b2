package org.dreyfus.tck.check;

import java.io.IOException;
import org.dreyfus.tck.check.CheckResult.Outcome;

/**
 * A rule, and how to hold a plugin to it.
 *
 * @param rule its number
 * @param title what is checked, for readers
 * @param remedy what to do when it failed, one line for the vendor
 * @param judge looks
 */
public record Check(String rule, String title, String remedy, Judge judge) {

  /** Looks at what was seen. */
  @FunctionalInterface
  public interface Judge {
    Finding of(Evidence evidence) throws IOException, InterruptedException;
  }

  /** What a judge found, one line each. */
  public sealed interface Finding {

    String words();

    /** The rule was kept. */
    record Kept(String words) implements Finding {}

    /** The rule was broken. */
    record Broken(String words) implements Finding {}

    /** It could not be seen, or does not apply. */
    record Unseen(String words) implements Finding {}
  }

  /** Holds a plugin to the rule. */
  public CheckResult run(Evidence evidence) throws IOException, InterruptedException {
    Finding finding = judge.of(evidence);
    Outcome outcome = Outcome.SKIPPED;
    if (finding instanceof Finding.Kept) {
      outcome = Outcome.PASSED;
    } else if (finding instanceof Finding.Broken) {
      outcome = Outcome.FAILED;
    }
    return new CheckResult(
        rule, title, outcome, finding.words(), outcome == Outcome.FAILED ? remedy : "");
  }
}

package org.dreyfus.tck;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dreyfus.classifier.ClassifierProvider;
import org.dreyfus.external.LaunchException;
import org.dreyfus.tck.check.CheckResult;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The kit as tests of JUnit 5.9 or later: extend it, say which classifier is meant, and run it.
 * Each rule is a test of its own; what does not apply is skipped, with the reason.
 */
public abstract class ConformanceTest {

  /** The classifier to be checked. */
  protected abstract ClassifierProvider provider();

  /** What it is to be opened with; nothing unless overridden. */
  protected Map<String, String> options() {
    return Map.of();
  }

  /** Seed, number of flows and time; {@link Kit#standard} unless overridden. */
  protected Kit kit() {
    return Kit.standard();
  }

  /**
   * One test for each check.
   *
   * @throws LaunchException when the classifier cannot be opened
   * @throws IOException when something of the kit's own fails
   */
  @TestFactory
  final Stream<DynamicTest> rules() throws LaunchException, IOException, InterruptedException {
    Report report = kit().withOptions(options()).check(provider(), sample -> {});
    List<CheckResult> checks = report.checks();
    return checks.stream()
        .map(
            check ->
                DynamicTest.dynamicTest(check.rule() + ": " + check.title(), () -> tell(check)));
  }

  private static void tell(CheckResult check) {
    switch (check.outcome()) {
      case PASSED -> {}
      case FAILED -> throw new AssertionError(check.seen() + ". " + check.remedy());
      case SKIPPED -> Assumptions.abort(check.seen());
    }
  }
}

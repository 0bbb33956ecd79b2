package org.dreyfus.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dreyfus.classifier.ClassifierProvider;
import org.dreyfus.external.LaunchException;
import org.dreyfus.tck.check.CheckResult;
import org.dreyfus.tck.check.CheckResult.Outcome;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each broken classifier fails its rule and no other; the one that they are made of, none. */
class BrokenClassifiersTest {

  private static final Kit KIT = Kit.standard().withFlows(2_000).withTime(Duration.ofSeconds(2));

  private static List<String> failed(ClassifierProvider provider) throws Exception {
    Report report = KIT.check(provider, sample -> {});
    return report.checks().stream()
        .filter(check -> check.outcome() == Outcome.FAILED)
        .map(CheckResult::rule)
        .distinct()
        .toList();
  }

  @TestFactory
  Stream<DynamicTest> failsItsRuleAndNoOther() {
    return BrokenClassifiers.all().entrySet().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey(),
                    () ->
                        assertThat(failed(entry.getValue()))
                            .containsExactly(entry.getKey().substring(0, 2))));
  }

  @Test
  void theCorrectOnePassesAllThatApplies() throws Exception {
    Report report = Kit.standard().check(Fake.of(ByPort::new), sample -> {});
    assertThat(report.conformant()).as(report.toString()).isTrue();
    assertThat(report.checks().stream().filter(check -> check.outcome() != Outcome.PASSED))
        .extracting(CheckResult::rule)
        .containsExactly("E3");
  }

  @Test
  void whatCannotBeOpenedIsNotChecked() {
    ClassifierProvider learner =
        new Fake(
            () -> "1",
            Set.of(),
            configuration -> {
              throw new IllegalArgumentException("option 'model' is missing");
            });
    assertThatThrownBy(() -> failed(learner))
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining("option 'model' is missing");
  }
}

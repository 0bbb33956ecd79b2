package org.dreyfus.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.dreyfus.external.Timing;
import org.dreyfus.external.program.Bubblewrap;
import org.dreyfus.external.program.Isolation;
import org.dreyfus.tck.check.CheckResult;
import org.dreyfus.tck.check.CheckResult.Outcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each broken program fails its rule and no other; the program that they all are made of, none. */
@Tag("slow")
class BrokenProgramsTest {

  private static final Map<String, Future<Report>> REPORTS = new TreeMap<>();
  private static final String CORRECT = "correct";
  private static final ExecutorService POOL = Executors.newFixedThreadPool(3);

  /** Those that differ in lock-step and as a stream; the others run in lock-step. */
  private static final List<String> AS_STREAM =
      List.of("I4-leaves-when-it-is-done", "V4-guesses-ahead", "V4-before-the-first-packet");

  @BeforeAll
  static void start() throws IOException {
    Optional<Isolation> found = Bubblewrap.find();
    if (found.isEmpty() || !Files.isExecutable(Path.of("/usr/bin/python3"))) {
      String missing = "needs bubblewrap and python3: apt-get install bubblewrap python3";
      assertThat(System.getenv("CI")).as(missing).isNull();
      Assumptions.abort(missing);
    }
    Isolation isolation = found.get();
    for (String name : BrokenPrograms.names()) {
      submit(name, Timing.LOCKSTEP, isolation);
    }
    submit(CORRECT, Timing.STREAM, isolation);
    AS_STREAM.forEach(name -> submit(name, Timing.STREAM, isolation));
  }

  private static void submit(String name, Timing timing, Isolation isolation) {
    REPORTS.put(
        name + " " + timing, POOL.submit(() -> BrokenPrograms.check(name, timing, isolation)));
  }

  @AfterAll
  static void stop() {
    POOL.shutdownNow();
  }

  @TestFactory
  Stream<DynamicTest> failsItsRuleAndNoOther() {
    return REPORTS.entrySet().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey(),
                    () -> {
                      String name = entry.getKey();
                      Report report = entry.getValue().get();
                      assertThat(failed(report))
                          .as(report.toString())
                          .isEqualTo(BrokenPrograms.rule(name).stream().toList());
                      assertThat(report.conformant()).isEqualTo(name.startsWith(CORRECT));
                    }));
  }

  @Test
  void everyRuleThatCanFailHasABrokenProgram() {
    assertThat(REPORTS.keySet().stream().flatMap(n -> BrokenPrograms.rule(n).stream()).distinct())
        .containsExactlyInAnyOrder(
            "A1", "E1", "E2", "E3", "F1", "I2", "I3", "I4", "I5", "I6", "L2", "O1", "O2", "O3",
            "O4", "T1", "T2", "V2", "V4", "V5", "V6", "V7");
  }

  private static List<String> failed(Report report) {
    return report.checks().stream()
        .filter(check -> check.outcome() == Outcome.FAILED)
        .map(CheckResult::rule)
        .distinct()
        .toList();
  }
}

package org.dreyfus.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ClusterIntervalTest {

  @Test
  void zeroErrorsInSixtyClustersBoundTheRateAtSixPercent() {
    assertThat(ClusterInterval.of(0, 60, 0.05).upper()).isCloseTo(0.0596, within(0.0005));
    assertThat(ClusterInterval.of(0, 60, 0.05).lower()).isZero();
  }

  @Test
  void oneInAThousandNeeds3688Clusters() {
    assertThat(ClusterInterval.of(0, 3_687, 0.05).upper()).isGreaterThan(0.001);
    assertThat(ClusterInterval.of(0, 3_688, 0.05).upper()).isLessThanOrEqualTo(0.001);
  }

  @Test
  void errorsEverywhereLeaveNoUpperBound() {
    assertThat(ClusterInterval.of(7, 7, 0.05).upper()).isEqualTo(1);
    assertThat(ClusterInterval.of(7, 7, 0.05).lower()).isGreaterThan(0.5);
  }

  @Test
  void fractionsLieBetweenWholeCounts() {
    double low = ClusterInterval.of(3, 20, 0.05).upper();
    double between = ClusterInterval.of(3.5, 20, 0.05).upper();
    double high = ClusterInterval.of(4, 20, 0.05).upper();
    assertThat(between).isBetween(low, high);
  }

  @Test
  void refusesCountsThatCannotBe() {
    assertThatThrownBy(() -> ClusterInterval.of(3, 2, 0.05))
        .hasMessageContaining("x = 3.0 of m = 2");
    assertThatThrownBy(() -> ClusterInterval.of(0, 0, 0.05)).hasMessageContaining("m = 0");
  }

  /** A seeded sample of the grid; {@code dreyfus calibrate} runs all of it. */
  @Test
  void coversTheTruthWhateverTheCorrelation() {
    List<Calibration.Cell> grid = Calibration.grid();
    assertThat(grid).hasSize(4 * 3 * 4 * 5);
    for (int i = 0; i < grid.size(); i += 13) {
      Calibration.Cell cell = grid.get(i);
      assertThat(cell.coverage(10_000, 1905 + i))
          .as(cell.toString())
          .isGreaterThanOrEqualTo(Calibration.LEAST);
    }
  }

  @Test
  @Tag("slow")
  void agreesWithSciPy() throws IOException, InterruptedException {
    String script =
        """
        from scipy.stats import beta
        for m in (1, 5, 20, 61, 400):
            for k in range(0, 11):
                x = m * k / 10
                for a in (0.05, 0.05 / 7):
                    lo = 0.0 if x == 0 else beta.ppf(a / 2, x, m - x + 1)
                    hi = 1.0 if x == m else beta.ppf(1 - a / 2, x + 1, m - x)
                    print(x, m, a, repr(float(lo)), repr(float(hi)))
        """;
    List<String> lines = python(script);
    assertThat(lines).hasSize(110);
    for (String line : lines) {
      String[] cells = line.split(" ");
      ClusterInterval ours =
          ClusterInterval.of(
              Double.parseDouble(cells[0]),
              Integer.parseInt(cells[1]),
              Double.parseDouble(cells[2]));
      assertThat(ours.lower()).isCloseTo(Double.parseDouble(cells[3]), within(1e-7));
      assertThat(ours.upper()).isCloseTo(Double.parseDouble(cells[4]), within(1e-7));
    }
  }

  private static List<String> python(String script) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("/usr/bin/python3", "-c", script).redirectErrorStream(true).start();
    List<String> lines = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      reader.lines().forEach(lines::add);
    }
    boolean works = process.waitFor() == 0;
    boolean required = System.getenv("CI") != null;
    Assumptions.assumeTrue(works || required, "python3-scipy is not installed");
    assertThat(works).as("python3-scipy must be there in CI: %s", lines).isTrue();
    return lines;
  }
}

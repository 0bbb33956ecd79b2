package org.dreyfus.inline.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.dreyfus.lab.LabException;
import org.dreyfus.scoring.inline.LoadReport;
import org.dreyfus.scoring.inline.LoadReport.Limits;
import org.dreyfus.scoring.inline.LoadReport.Step;
import org.junit.jupiter.api.Test;

final class LoadTextTest {

  @Test
  void theTesterStandsBesideTheDevice() {
    Step step = new Step(50_000, 40_000, 10_000, 12.4, 20, 30, 400, 5_000);
    LoadReport report =
        new LoadReport(
            512,
            new Limits(List.of(step), 150_000, 15_000, 20_000),
            new Limits(List.of(step, step), 31_250, 900, 1_024));
    assertThat(LoadText.of(report).lines())
        .hasSize(17)
        .startsWith("Load, frames of 512 bytes")
        .anySatisfy(line -> assertThat(line).matches("packets/s without loss +31,250 +150,000"))
        .anySatisfy(line -> assertThat(line).matches("flows at once without loss +1,024 +20,000"))
        .anySatisfy(
            line -> assertThat(line).matches(" +50,000 +40,000 +10,000 +12 +20 +30 +400 +5,000"));
  }

  @Test
  void whatTcpreplayPrintsIsRead() {
    String output =
        """
        File Cache is enabled
        Actual: 100000 packets (51200000 bytes) sent in 0.292397 seconds
        Rated: 175104396.0 Bps, 1400.83 Mbps, 342001.17 pps
        Statistics for network device: t0
        \tSuccessful packets:        99997
        \tFailed packets:            3
        """;
    Tcpreplay.Report report = Tcpreplay.Report.parse(output);
    assertThat(report).isEqualTo(new Tcpreplay.Report(100_000, 3, 342_001.17));
    assertThatThrownBy(() -> Tcpreplay.Report.parse("Fatal Error: no such device"))
        .isInstanceOf(LabException.class)
        .hasMessageContaining("no such device");
  }

  @Test
  void whatCannotBeOfferedIsRefusedInOneLine() {
    assertThatThrownBy(() -> LoadPlan.standard().atMost(1e9, 100, 100))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("packets/s at most: from 100 to 10000000 can be asked for");
  }
}

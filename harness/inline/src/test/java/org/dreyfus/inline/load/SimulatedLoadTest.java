package org.dreyfus.inline.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import org.dreyfus.inline.traffic.Octets;
import org.dreyfus.inline.traffic.SimulatedPath;
import org.dreyfus.inline.traffic.TestFrame;
import org.dreyfus.inline.traffic.Transport;
import org.dreyfus.scoring.inline.LoadReport.Limits;
import org.dreyfus.scoring.inline.LoadReport.Step;
import org.junit.jupiter.api.Test;

/** Trials over a device whose limits are known. */
final class SimulatedLoadTest {

  private static final LoadPlan PLAN = LoadPlan.standard();

  @Test
  void belowTheLimitNothingIsLost() {
    SimulatedPath path = new SimulatedPath(50_000, 100, 30_000, frame -> false);
    StreamTrial.Result result = new StreamTrial(path, PLAN).at(20_000);
    Step step = result.step();
    assertThat(result.offeredEnough()).isTrue();
    assertThat(result.isLossless()).isTrue();
    assertThat(step.offered()).isEqualTo(20_000, within(100.0));
    assertThat(step.forwarded()).isEqualTo(step.offered());
    assertThat(step.medianMicros()).isBetween(50.0, 70.0);
    assertThat(step.maxMicros()).isBetween(step.p999Micros(), 2_500.0);
  }

  @Test
  void aboveTheLimitTheRestIsLost() {
    SimulatedPath path = new SimulatedPath(50_000, 100, 30_000, frame -> false);
    StreamTrial.Result result = new StreamTrial(path, PLAN).at(80_000);
    assertThat(result.step().forwarded()).isEqualTo(50_000, within(1_000.0));
    assertThat(result.step().lost()).isCloseTo(30_000L, within(1_000L));
    assertThat(result.step().medianMicros()).isGreaterThan(1_500);
  }

  @Test
  void aTesterThatIsTooSlowSaysSo() {
    StreamTrial.Result result = new StreamTrial(SimulatedPath.wire(), PLAN).at(2_000_000);
    assertThat(result.offeredEnough()).isFalse();
    assertThat(result.step().offered()).isLessThan(500_000);
    assertThat(result.isLossless()).isTrue();
  }

  @Test
  void everyFrameHasRightChecksumsAndTheAskedSize() {
    SimulatedPath path =
        new SimulatedPath(
            1e9,
            100_000,
            10,
            frame -> {
              var transport = frame[TestFrame.IP + 9] == 6 ? Transport.TCP : Transport.UDP;
              assertThat(Octets.checksum(Octets.sum(frame, 14, 34, 0))).isZero();
              assertThat(Octets.checksum(TestFrame.transportSum(frame, transport))).isZero();
              return false;
            });
    assertThat(new StreamTrial(path, PLAN).at(5_000).isLossless()).isTrue();
  }

  @Test
  void allLimitsAreFound() {
    int table = 3_000;
    Set<Long> open = new HashSet<>();
    SimulatedPath path =
        new SimulatedPath(40_000, 200, 20_000, frame -> doesNotFit(open, table, frame));
    Limits limits =
        new PathLimits(PLAN.atMost(100_000, 10_000, 10_000), () -> fresh(path, open), line -> {})
            .measure();
    assertThat(limits.throughput()).isBetween(36_000.0, 41_000.0);
    assertThat(limits.newFlowsPerSecond()).isBetween(4_000.0, 5_300.0);
    assertThat(limits.concurrentFlows()).isBetween(2_600L, 3_000L);
    assertThat(limits.steps()).extracting(Step::offered).isSorted();
  }

  @Test
  void aDeviceThatCarriesNothingHasNoLimits() {
    SimulatedPath path = new SimulatedPath(1e6, 1_000, 10, frame -> true);
    Limits limits = new PathLimits(PLAN, () -> path, line -> {}).measure();
    assertThat(limits.throughput()).isZero();
    assertThat(limits.newFlowsPerSecond()).isZero();
    assertThat(limits.concurrentFlows()).isZero();
    assertThat(limits.steps()).isNotEmpty().allMatch(step -> step.lost() > 0);
    assertThat(limits.steps()).allMatch(step -> step.forwarded() == 0 && step.maxMicros() == 0);
  }

  private static SimulatedPath fresh(SimulatedPath path, Set<Long> open) {
    open.clear();
    return path;
  }

  /** A table of connections that a SYN enters and a FIN leaves. */
  private static boolean doesNotFit(Set<Long> open, int size, byte[] frame) {
    if (frame[TestFrame.IP + 9] != 6 || Octets.get16(frame, TestFrame.TRANSPORT + 2) != 80) {
      return false;
    }
    long key =
        (long) Octets.get32(frame, TestFrame.IP + 12) << 16
            | Octets.get16(frame, TestFrame.TRANSPORT);
    if ((frame[TestFrame.FLAGS] & TestFrame.SYN) != 0 && open.size() < size) {
      open.add(key);
    }
    boolean known = open.contains(key);
    if ((frame[TestFrame.FLAGS] & TestFrame.FIN) != 0) {
      open.remove(key);
      return false;
    }
    return !known && (frame[TestFrame.FLAGS] & TestFrame.SYN) != 0;
  }
}

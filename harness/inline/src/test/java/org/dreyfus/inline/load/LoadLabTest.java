package org.dreyfus.inline.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.dreyfus.classifier.Direction;
import org.dreyfus.inline.failure.Bump;
import org.dreyfus.inline.lab.Wire;
import org.dreyfus.inline.port.PortException;
import org.dreyfus.inline.traffic.FlowAddresses;
import org.dreyfus.inline.traffic.PortPath;
import org.dreyfus.inline.traffic.TestBed;
import org.dreyfus.inline.traffic.Transport;
import org.dreyfus.lab.Shell;
import org.dreyfus.scoring.inline.LoadReport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The load generator over real interfaces. */
@Tag("slow")
@Timeout(value = 240, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class LoadLabTest {

  /** A frame, its header and what the library makes beside. */
  private static final long BYTES_A_PACKET = 1_200;

  private static final LoadPhases SHORT =
      new LoadPhases(
          Duration.ofMillis(100),
          Duration.ofMillis(100),
          Duration.ofMillis(300),
          Duration.ofMillis(50),
          Duration.ofMillis(500));

  @TempDir private Path folder;

  @BeforeEach
  void needs() throws Exception {
    Bump.isNeeded();
  }

  @Test
  void aWireLosesNothing() {
    try (TestBed bed = TestBed.lab(new Wire());
        PortPath path = bed.open()) {
      StreamTrial.Result result = new StreamTrial(path, LoadPlan.standard().with(SHORT)).at(20_000);
      assertThat(result.step().lost()).isZero();
      assertThat(result.step().forwarded()).isPositive();
      assertThat(result.step().medianMicros()).isPositive();
      NewFlowsTrial.Result flows = new NewFlowsTrial(path, SHORT).at(500);
      assertThat(flows.isLossless()).isTrue();
      assertThat(flows.opened()).isPositive();
      assertThat(new ConcurrentFlowsTrial(path, 2_000).passedOf(1_000)).isEqualTo(1_000);
    }
  }

  @Test
  void aSlowDeviceHasALimitFarBelowTheTesters() throws Exception {
    LoadPlan plan = LoadPlan.standard().with(SHORT).atMost(100_000, 2_000, 500);
    var device = Bump.device(folder, "slow");
    LoadReport report = LoadTest.run(() -> TestBed.lab(device), plan);
    assertThat(report.tester().throughput()).isGreaterThan(2 * report.device().throughput());
    assertThat(report.device().throughput()).isPositive();
    assertThat(report.device().steps()).anyMatch(step -> step.lost() > 0);
    assertThat(report.device().concurrentFlows()).isPositive();
    assertThat(LoadText.of(report)).contains("tester alone");
  }

  @Test
  void aPacketCostsLittleMemory() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    try (TestBed bed = TestBed.lab(new Wire());
        PortPath path = bed.open()) {
      StreamTrial trial = new StreamTrial(path, LoadPlan.standard().with(SHORT));
      StreamTrial.Result warm = trial.at(100_000);
      assertThat(warm.step().forwarded()).isPositive();
      StreamFrames frames =
          new StreamFrames(FlowAddresses.fresh(7), new Transport[] {Transport.UDP}, 512);
      Pacer pacer = new Pacer(LoadPhases.steady(Duration.ofHours(1)), 1e6, path.nanoTime());
      StreamReceiver receiver = new StreamReceiver(path, frames, pacer);
      long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
      for (int number = 0; number < 20_000; number++) {
        byte[] frame = frames.prepare(0, Direction.FROM_INITIATOR, number, path.nanoTime());
        path.send(Direction.FROM_INITIATOR, frame, frame.length);
        if (number % 32 == 31) {
          receiver.step();
        }
      }
      long after = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
      assertThat((after - before) / 20_000).isLessThan(BYTES_A_PACKET);
      assertThat(receiver.received()).isGreaterThan(10_000);
    }
  }

  @Test
  void tcpreplayIsMeasuredOnTheSameWire() {
    StreamFrames frames =
        new StreamFrames(FlowAddresses.fresh(7), new Transport[] {Transport.UDP}, 512);
    List<byte[]> all = new ArrayList<>();
    for (int number = 0; number < 1_000; number++) {
      all.add(frames.prepare(0, Direction.FROM_INITIATOR, number, 0).clone());
    }
    try (TestBed bed = TestBed.lab(new Wire())) {
      Tcpreplay.Report report = Tcpreplay.topSpeed(bed.clients(), all, 20);
      assertThat(report.packets()).isEqualTo(20_000);
      assertThat(report.packetsPerSecond()).isGreaterThan(10_000);
    }
  }

  @Test
  void framesThatDoNotFitAreRefused() {
    assertThatThrownBy(() -> LoadTest.limits(LoadLabTest::narrow, LoadPlan.standard(), line -> {}))
        .isInstanceOf(PortException.class)
        .hasMessageContaining("carry frames of 414 bytes at most, 512 were asked for");
  }

  private static TestBed narrow() {
    TestBed bed = TestBed.lab(new Wire());
    String namespace = bed.clients().namespace().orElseThrow();
    String outer = bed.clients().device();
    String said = Shell.run("ip", "-n", namespace, "link", "set", outer, "mtu", "400");
    assertThat(said).isEmpty();
    return bed;
  }
}

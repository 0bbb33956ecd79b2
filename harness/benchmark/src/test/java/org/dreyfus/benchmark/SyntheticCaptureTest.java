package org.dreyfus.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.dreyfus.capture.CaptureSource;
import org.dreyfus.capture.flow.FlowRules;
import org.dreyfus.capture.inspect.FrameRewriter;
import org.dreyfus.capture.inspect.InspectionPass;
import org.dreyfus.capture.inspect.PassSummary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyntheticCaptureTest {

  private static final int PACKETS = 100_000;

  private Path folder;

  @BeforeEach
  void folder(@TempDir Path temporary) {
    folder = temporary;
  }

  private Path made(String name, long seed) throws IOException {
    Path file = folder.resolve(name);
    SyntheticCapture.write(file, seed, PACKETS);
    return file;
  }

  @Test
  void theSameSeedMakesTheSameBytes() throws IOException {
    Path first = made("a", 1);
    assertThat(Files.mismatch(first, made("b", 1))).isEqualTo(-1);
    assertThat(Files.mismatch(first, made("c", 2))).isNotEqualTo(-1);
  }

  @Test
  void isTrafficOfTheDescribedShape() throws IOException {
    AtomicLong payload = new AtomicLong();
    AtomicLong ipv6 = new AtomicLong();
    PassSummary summary =
        new InspectionPass(
                FlowRules.DREYFUS,
                FrameRewriter.none(),
                List.of(),
                (flow, answers) -> {
                  payload.addAndGet(flow.payloadBytes());
                  ipv6.addAndGet(flow.key().initiator().getAddress().length == 16 ? 1 : 0);
                })
            .run(CaptureSource.file(made("a", 3)));
    assertThat(summary.damage()).isEmpty();
    assertThat(summary.ipPackets()).isEqualTo(PACKETS);
    assertThat(summary.wireBytes() / PACKETS).isBetween(300L, 500L);
    assertThat(PACKETS / summary.flows()).isBetween(8L, 20L);
    assertThat(payload.get() * 10).isBetween(summary.wireBytes() * 6, summary.wireBytes() * 10);
    assertThat(ipv6.get() * 10).isBetween(summary.flows() * 8 / 10, summary.flows() * 12 / 10);
  }
}

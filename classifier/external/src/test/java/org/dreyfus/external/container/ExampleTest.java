package org.dreyfus.external.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.dreyfus.external.Launched;
import org.dreyfus.external.Limits;
import org.dreyfus.external.Start;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The example plugin, and how fast packets go through a container. */
@Tag("slow")
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@ExtendWith(EngineExtension.class)
class ExampleTest {

  private static final int PACKET_BYTES = 512;
  private static final int PACKETS_A_FLOW = 40;

  /**
   * The goal of 500,000 holds on a quiet machine: {@code -Ddreyfus.leastRate=500000
   * -Ddreyfus.packets=4000000} checks it. By default this only notices when all is lost.
   */
  private static final double LEAST_PACKETS_PER_SECOND =
      Double.parseDouble(System.getProperty("dreyfus.leastRate", "50000"));

  @TempDir Path folder;

  @Test
  void everyFlowIsAnsweredOnce(EngineExtension.TestEngine test) throws Exception {
    int flows = 1000;
    List<String> lines = run(test, flows, PACKETS_A_FLOW * flows);
    assertThat(lines).hasSize(flows);
    assertThat(lines.get(1))
        .isEqualTo("{\"packet\":2,\"verdict\":\"block\",\"protocol\":\"BitTorrent\",\"at\":2}");
  }

  @Test
  void packetsGoThroughFast(EngineExtension.TestEngine test, TestReporter reporter)
      throws Exception {
    int packets = Integer.getInteger("dreyfus.packets", 1_000_000);
    int flows = packets / PACKETS_A_FLOW;
    run(test, 10, 1000);
    long startNanos = System.nanoTime();
    assertThat(run(test, flows, packets)).hasSize(flows);
    double rate = packets / ((System.nanoTime() - startNanos) / 1e9);
    reporter.publishEntry("packets per second, start to removal", Long.toString((long) rate));
    assertThat(rate).isGreaterThan(LEAST_PACKETS_PER_SECOND);
  }

  private List<String> run(EngineExtension.TestEngine test, int flows, int packets)
      throws Exception {
    ContainerImage image =
        ContainerImage.fromTar(test.engine(), ExampleImage.rootFileSystem(folder));
    ContainerLauncher launcher = ContainerLauncher.of(test.engine(), image, List.of("/blocker"));
    Path configuration = Files.writeString(folder.resolve("configuration.json"), "{}");
    Limits limits = new Limits(Duration.ofMinutes(1), 64L << 20, 8, 1 << 20, 2.0);
    try (Launched plugin = launcher.start(new Start(configuration, Map.of(), limits))) {
      CompletableFuture<List<String>> answers =
          CompletableFuture.supplyAsync(() -> linesOf(plugin), Background.THREADS);
      feed(plugin, flows, packets);
      List<String> lines = answers.get();
      assertThat(plugin.await(PluginRun.PATIENCE).orElseThrow().exitCode()).isZero();
      return lines;
    }
  }

  private static List<String> linesOf(Launched plugin) {
    return new BufferedReader(new InputStreamReader(plugin.output(), StandardCharsets.UTF_8))
        .lines()
        .toList();
  }

  /** Packet n belongs to flow n modulo the number of flows. */
  private static void feed(Launched plugin, int flows, int packets) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocateDirect(256 << 10).order(ByteOrder.LITTLE_ENDIAN);
    buffer.putInt(0xa1b23c4d).putShort((short) 2).putShort((short) 4).putLong(0);
    buffer.putInt(65535).putInt(1);
    byte[] frame = new byte[PACKET_BYTES];
    frame[12] = 8;
    frame[14] = 0x45;
    frame[23] = 17;
    ByteBuffer fields = ByteBuffer.wrap(frame);
    for (int packet = 0; packet < packets; packet++) {
      if (buffer.remaining() < PACKET_BYTES + 16) {
        plugin.input().write(buffer.flip());
        buffer.clear();
      }
      int flow = packet % flows;
      fields.putInt(26, 10 << 24 | flow).putInt(30, 11 << 24);
      fields.putShort(34, (short) 40000).putShort(36, (short) 6881);
      buffer.putInt(packet).putInt(0).putInt(PACKET_BYTES).putInt(PACKET_BYTES).put(frame);
    }
    plugin.input().write(buffer.flip());
    plugin.input().close();
  }
}

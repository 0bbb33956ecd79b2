package org.dreyfus.external.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.dreyfus.external.Ending;
import org.dreyfus.external.Launched;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@ExtendWith(EngineExtension.class)
class ContainerStreamsTest {

  private static final int MIB = 1 << 20;

  @TempDir Path folder;

  @Test
  void bytesComeThroughAndInputEnds(EngineExtension.TestEngine test) throws Exception {
    PluginRun run = PluginRun.of(test, folder, PluginRun.limits(), "cat; echo end", "some bytes ");
    assertThat(run.output()).isEqualTo("some bytes end\n");
    assertThat(run.ending().exitCode()).isZero();
    assertThat(run.ending().outOfMemory()).isFalse();
    assertThat(run.ending().peakMemoryBytes().orElseThrow())
        .isBetween(1000L, PluginRun.limits().memoryBytes());
  }

  @Test
  void exitCodeAndLogComeBack(EngineExtension.TestEngine test) throws Exception {
    PluginRun run = PluginRun.of(test, folder, "echo broken >&2; exit 3");
    assertThat(run.ending().exitCode()).isEqualTo(3);
    assertThat(run.log()).isEqualTo("broken\n");
    assertThat(run.output()).isEmpty();
  }

  @Test
  void aSleepingPluginIsKilled(EngineExtension.TestEngine test) throws Exception {
    try (Launched plugin = PluginRun.start(test, folder, PluginRun.limits(), "sleep 1000")) {
      assertThat(plugin.await(Duration.ofMillis(300))).isEmpty();
      plugin.kill();
      Ending ending = plugin.await(PluginRun.PATIENCE).orElseThrow();
      assertThat(ending.exitCode()).isEqualTo(137);
      assertThat(ending.outOfMemory()).isFalse();
      assertThat(plugin.output().read()).isNegative();
      plugin.kill();
    }
  }

  @Test
  void inputFailsOnceThePluginIsGone(EngineExtension.TestEngine test) throws Exception {
    try (Launched plugin = PluginRun.start(test, folder, PluginRun.limits(), "exit 0")) {
      assertThatThrownBy(() -> write(plugin, Long.MAX_VALUE, new AtomicLong()))
          .isInstanceOf(IOException.class);
      assertThat(plugin.await(PluginRun.PATIENCE)).isPresent();
    }
  }

  @Test
  void aPluginThatDoesNotReadHoldsUpItsInput(EngineExtension.TestEngine test) throws Exception {
    try (Launched plugin = PluginRun.start(test, folder, PluginRun.limits(), "sleep 1000")) {
      AtomicLong written = new AtomicLong();
      Thread writer = new Thread(() -> writeUntilItFails(plugin, written));
      writer.start();
      Thread.sleep(2000);
      long afterTwoSeconds = written.get();
      Thread.sleep(1000);
      assertThat(written.get()).isEqualTo(afterTwoSeconds).isLessThan(4 * MIB);
      plugin.kill();
      writer.join(PluginRun.PATIENCE.toMillis());
      assertThat(writer.isAlive()).isFalse();
    }
  }

  @Test
  void aFloodThatNobodyReadsHoldsUpThePlugin(EngineExtension.TestEngine test) throws Exception {
    String flood = "echo started >&2; while :; do echo $RANDOM$RANDOM$RANDOM$RANDOM; done";
    try (Launched plugin = PluginRun.start(test, folder, PluginRun.limits(), flood)) {
      long before = usedMemoryBytes();
      assertThat(plugin.await(Duration.ofSeconds(4))).isEmpty();
      assertThat(usedMemoryBytes() - before).isLessThan(16 * MIB);
      assertThat(plugin.log()).isEqualTo("started\n");
      assertThat(plugin.output().readNBytes(8 * MIB)).hasSize(8 * MIB);
    }
  }

  @Test
  void theLogIsReadWhileNobodyReadsTheOutput(EngineExtension.TestEngine test) throws Exception {
    String script =
        "(while :; do echo $RANDOM$RANDOM$RANDOM; done) & "
            + "sleep 2; for i in {1..20000}; do echo line $i >&2; done; wait";
    try (Launched plugin = PluginRun.start(test, folder, PluginRun.limits(), script)) {
      long deadlineNanos = System.nanoTime() + PluginRun.PATIENCE.toNanos();
      while (!plugin.log().endsWith("line 20000\n") && System.nanoTime() < deadlineNanos) {
        Thread.sleep(100);
      }
      assertThat(plugin.log()).doesNotContain("line 1\n").endsWith("line 20000\n");
      assertThat(plugin.log().length()).isLessThanOrEqualTo(4096);
      plugin.kill();
      assertThat(plugin.await(PluginRun.PATIENCE).orElseThrow().exitCode()).isEqualTo(137);
      assertThat(plugin.output().readAllBytes()).hasSizeLessThan(MIB);
    }
  }

  @Test
  void closeRemovesTheContainer(EngineExtension.TestEngine test) throws Exception {
    PluginRun.start(test, folder, PluginRun.limits(), "sleep 1000").close();
    assertThat(test.engine().client().listContainersCmd().withShowAll(true).exec()).isEmpty();
  }

  @Test
  void anInterruptedThreadRemovesItsContainer(EngineExtension.TestEngine test) throws Exception {
    Launched plugin = PluginRun.start(test, folder, PluginRun.limits(), "sleep 1000");
    Thread.currentThread().interrupt();
    plugin.kill();
    plugin.close();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(test.engine().client().listContainersCmd().withShowAll(true).exec()).isEmpty();
  }

  @Test
  void theConfigurationCanBeReadAndNotChanged(EngineExtension.TestEngine test) throws Exception {
    PluginRun run =
        PluginRun.of(
            test,
            folder,
            "cat $DREYFUS_CONFIGURATION; echo; echo $GREETING; echo x >> $DREYFUS_CONFIGURATION");
    assertThat(run.output()).isEqualTo("{\"colour\": \"red\"}\ngood day\n");
    assertThat(run.log()).contains("Read-only file system");
    assertThat(Files.list(folder)).hasSize(1);
  }

  private static void writeUntilItFails(Launched plugin, AtomicLong written) {
    try {
      write(plugin, Long.MAX_VALUE, written);
    } catch (IOException e) {
      return;
    }
  }

  private static void write(Launched plugin, long bytes, AtomicLong written) throws IOException {
    while (written.get() < bytes) {
      written.addAndGet(plugin.input().write(ByteBuffer.allocate(4096)));
    }
  }

  private static long usedMemoryBytes() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}

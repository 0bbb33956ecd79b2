package org.dreyfus.external;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.dreyfus.capture.ArrivedFrame;
import org.dreyfus.capture.CaptureReader;
import org.dreyfus.capture.CaptureSource;
import org.dreyfus.capture.Frame;
import org.dreyfus.capture.flow.FlowRules;
import org.dreyfus.capture.inspect.LiveInspection;
import org.dreyfus.classifier.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A plugin that is a thread: reads frames and answers as the contract says. */
@Timeout(20)
class LivePluginTest {

  private static final Verdict BLOCK = new Verdict.Blocked("P2P", "");

  @TempDir Path folder;

  private final ArrivedFrame arrived = new ArrivedFrame(2_048);

  /** What the plugin does with a frame: what it writes, and whether it goes on. */
  private interface Answering {
    boolean answer(long frame, OutputStream out) throws IOException;
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\n").getBytes(UTF_8));
    out.flush();
  }

  private static final class ThreadAsPlugin implements Launched {
    private final Pipe input = pipe();
    private final Pipe output = pipe();

    ThreadAsPlugin(Answering answering) {
      Thread thread = new Thread(() -> work(answering), "plugin");
      thread.setDaemon(true);
      thread.start();
    }

    private static Pipe pipe() {
      try {
        return Pipe.open();
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }

    private void work(Answering answering) {
      CaptureSource source =
          new CaptureSource() {
            @Override
            public String name() {
              return "input";
            }

            @Override
            public ReadableByteChannel open() {
              return input.source();
            }
          };
      try (CaptureReader reader = CaptureReader.open(source);
          OutputStream out = Channels.newOutputStream(output.sink())) {
        Frame frame = new Frame();
        while (reader.next(frame) && answering.answer(frame.number(), out)) {}
      } catch (IOException e) {
        // Killed.
      }
    }

    @Override
    public WritableByteChannel input() {
      return input.sink();
    }

    @Override
    public InputStream output() {
      return Channels.newInputStream(output.source());
    }

    @Override
    public String log() {
      return "first line\nlast words\n";
    }

    @Override
    public void kill() {
      try {
        input.source().close();
        output.sink().close();
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public Optional<Ending> await(Duration patience) {
      return Optional.of(new Ending(0, false, OptionalLong.empty()));
    }

    @Override
    public void close() {
      kill();
    }
  }

  private LivePlugin plugin(Timing timing, Answering answering) throws IOException {
    Path configuration = Files.createTempFile(folder, "configuration", ".json");
    return new LivePlugin(new ThreadAsPlugin(answering), timing, configuration);
  }

  private void arrive(int port) {
    ByteBuffer frame = ByteBuffer.allocate(14 + 20 + 8 + 4);
    frame.putShort(12, (short) 0x0800).put(14, (byte) 0x45).putShort(16, (short) 32);
    frame.put(22, (byte) 64).put(23, (byte) 17);
    frame.putInt(26, 0x0a000001).putInt(30, 0x0a000002);
    frame.putShort(34, (short) port).putShort(36, (short) 2_000).putShort(38, (short) 12);
    arrived.take(frame.array(), frame.capacity(), 1);
  }

  @Test
  void inStepItsWordCountsAtThePacketItself() throws Exception {
    try (LivePlugin plugin =
        plugin(
            Timing.LOCKSTEP,
            (frame, out) -> {
              if (frame == 3) {
                say(out, "{\"packet\": 3, \"verdict\": \"block\", \"protocol\": \"P2P\"}");
              }
              say(out, "{\"seen\": " + frame + "}");
              return true;
            })) {
      arrived.take(new byte[60], 60, 1);
      plugin.warmUp(arrived.frame());
      LiveInspection live = new LiveInspection(FlowRules.DREYFUS, arrived.frame(), plugin);
      for (int i = 2; i <= 7; i++) {
        arrive(i % 2 == 1 ? 1_000 : 1_001);
        plugin.deliver(arrived.frame());
        assertThat(live.accept()).isTrue();
        assertThat(live.decides()).isEqualTo(i == 3);
        assertThat(live.verdict()).isEqualTo(i >= 3 && i % 2 == 1 ? BLOCK : Verdict.undecided());
      }
      assertThat(live.crash()).isEmpty();
    }
    try (var left = Files.list(folder)) {
      assertThat(left).as("its configuration").isEmpty();
    }
  }

  @Test
  void inAStreamItsWordCountsWhenItHasCome() throws Exception {
    CountDownLatch told = new CountDownLatch(1);
    try (LivePlugin plugin =
        plugin(
            Timing.STREAM,
            (frame, out) -> {
              if (frame == 1) {
                await(told);
                say(out, "{\"packet\": 1, \"verdict\": \"block\", \"protocol\": \"P2P\"}");
              }
              return true;
            })) {
      LiveInspection live = new LiveInspection(FlowRules.DREYFUS, arrived.frame(), plugin);
      arrive(1_000);
      plugin.deliver(arrived.frame());
      live.accept();
      assertThat(live.verdict()).isEqualTo(Verdict.undecided());
      told.countDown();
      while (!live.verdict().isFinal()) {
        Thread.sleep(5);
        arrive(1_000);
        plugin.deliver(arrived.frame());
        live.accept();
      }
      assertThat(live.verdict()).isEqualTo(BLOCK);
    }
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      if (!latch.await(10, TimeUnit.SECONDS)) {
        throw new IOException("nobody said so");
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  @Test
  void onceItIsGoneItIsACrashThatSaysItsLastWords() throws Exception {
    try (LivePlugin plugin = plugin(Timing.LOCKSTEP, (frame, out) -> false)) {
      LiveInspection live = new LiveInspection(FlowRules.DREYFUS, arrived.frame(), plugin);
      arrive(1_000);
      plugin.deliver(arrived.frame());
      live.accept();
      assertThat(live.crash())
          .hasValueSatisfying(why -> assertThat(why).contains("takes no more", "last words"));
    }
  }

  @Test
  void whoWaitsForItComesBackWhenItIsKilled() throws Exception {
    LivePlugin plugin = plugin(Timing.LOCKSTEP, (frame, out) -> true);
    Thread waiting =
        new Thread(
            () -> {
              arrive(1_000);
              plugin.deliver(arrived.frame());
            });
    waiting.start();
    waiting.join(200);
    assertThat(waiting.isAlive()).isTrue();
    plugin.kill();
    waiting.join(5_000);
    assertThat(waiting.isAlive()).isFalse();
    plugin.close();
  }
}

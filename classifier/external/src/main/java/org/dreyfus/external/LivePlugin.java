package org.dreyfus.external;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.dreyfus.capture.Frame;
import org.dreyfus.capture.flow.EthernetWriter;
import org.dreyfus.classifier.Classifier;
import org.dreyfus.classifier.Flow;
import org.dreyfus.classifier.Packet;
import org.dreyfus.classifier.Verdict;
import org.dreyfus.external.delivery.Ledger;

/**
 * A plugin at work on traffic as it arrives. Each frame is {@linkplain #deliver delivered} to it;
 * then its word on the frame's flow is had from {@link #inspect}. In lock-step that is its word on
 * this packet; in a stream it is what it has said by now, so that a verdict takes effect at the
 * next packet after it came.
 *
 * <p>One thread delivers and inspects; {@link #kill} may be called by any.
 */
public final class LivePlugin implements Classifier {

  /** Four bytes are kept of each. */
  private static final long MOST_FRAMES = 64L << 20;

  private static final int START_SECONDS = 15;

  private final Launched plugin;
  private final Timing timing;
  private final Path configuration;
  private final Ledger ledger;
  private final EthernetWriter writer;
  private volatile Optional<String> over = Optional.empty();

  LivePlugin(Launched plugin, Timing timing, Path configuration) {
    this.plugin = plugin;
    this.timing = timing;
    this.configuration = configuration;
    this.ledger = new Ledger(timing);
    this.writer = new EthernetWriter(plugin.input());
    LineListener.start(plugin, ledger, this::flooded);
  }

  private void flooded() {
    over = Optional.of(Breach.INVALID_FLOOD.words());
    plugin.kill();
  }

  /**
   * Hands a frame over, and waits for the plugin's marker where the contract has it. Waits, too,
   * while the plugin does not read.
   *
   * @param frame numbered from 1 without a gap
   */
  public void deliver(Frame frame) {
    if (over.isEmpty()) {
      boolean awaited = ledger.deliver(frame) && timing == Timing.LOCKSTEP;
      handOver(frame, awaited, () -> over.isPresent());
    }
  }

  /**
   * Delivers a frame of no flow and, in lock-step, waits until the plugin has seen it: a program
   * takes its time to start. Who does not answer within {@value #START_SECONDS} s has had its time.
   */
  public void warmUp(Frame first) {
    long deadline = System.nanoTime() + START_SECONDS * 1_000_000_000L;
    ledger.deliver(first);
    handOver(first, timing == Timing.LOCKSTEP, () -> System.nanoTime() - deadline > 0);
  }

  private void handOver(Frame frame, boolean awaited, BooleanSupplier givenUp) {
    try {
      writer.write(frame);
      writer.flush();
      if (awaited && !ledger.awaitMarker(frame.number(), givenUp)) {
        ended();
      }
    } catch (IOException e) {
      ended();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      ended();
    }
  }

  private void ended() {
    String log = plugin.log().strip();
    String last = log.substring(log.lastIndexOf('\n') + 1);
    String said = last.isEmpty() ? "" : "; its log ends: " + last;
    over = over.or(() -> Optional.of("the plugin takes no more packets" + said));
  }

  /**
   * What it said of the flow of a frame that was delivered.
   *
   * @throws IllegalStateException when the plugin is gone
   */
  @Override
  public Verdict inspect(Flow flow, Packet packet) {
    over.ifPresent(
        why -> {
          throw new IllegalStateException(why);
        });
    return ledger.verdict(packet.number());
  }

  /** Whether it has seen so many frames that a fresh one is due. */
  public boolean isFull() {
    return ledger.frames() >= MOST_FRAMES;
  }

  /** Ends the plugin, now: whoever waits in {@link #deliver} comes back. */
  public void kill() {
    over = over.or(() -> Optional.of("it was ended"));
    plugin.kill();
  }

  /** Ends the plugin and removes what was made for it. */
  @Override
  public void close() {
    kill();
    plugin.close();
    try {
      Files.deleteIfExists(configuration);
    } catch (IOException e) {
      // A small file in the folder for temporary files is left.
    }
  }
}

package org.dreyfus.external;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.dreyfus.capture.CaptureException;
import org.dreyfus.capture.CaptureReader;
import org.dreyfus.capture.CaptureSource;
import org.dreyfus.capture.Frame;
import org.dreyfus.capture.flow.EthernetWriter;
import org.dreyfus.capture.inspect.FrameRewriter;
import org.dreyfus.external.delivery.Ledger;

/**
 * One capture through one plugin: packets in, lines out. The plugin's pace is ours: what it has not
 * read is not read from the capture either.
 */
final class Conversation {

  /** How many bytes are delivered in one go. */
  private static final int PORTION_BYTES = 61_440;

  private static final Duration LAST_PATIENCE = Duration.ofSeconds(5);
  private static final long LISTEN_MILLIS = 1_000;

  private final Launched plugin;
  private final Timing timing;
  private final Pace pace;
  private final Ledger ledger;

  Conversation(Launched plugin, Timing timing, Pace pace) {
    this.plugin = plugin;
    this.timing = timing;
    this.pace = pace;
    this.ledger = new Ledger(timing);
  }

  /**
   * Holds it to its end: the plugin is gone when this returns.
   *
   * @throws CaptureException when the capture is damaged
   * @throws InterruptedException when this thread is interrupted; the plugin is killed
   */
  StreamAnswers hold(CaptureSource capture, FrameRewriter rewriter)
      throws CaptureException, InterruptedException {
    Thread listener =
        LineListener.start(plugin, ledger, () -> pace.stop(Breach.INVALID_FLOOD, plugin));
    try {
      boolean fedToTheEnd = feed(capture, rewriter);
      pace.fed();
      ledger.captureIsOver();
      closeInput();
      while (listener.isAlive() && !pace.isLongOver()) {
        listener.join(LISTEN_MILLIS);
      }
      return conclude(fedToTheEnd);
    } catch (InterruptedException e) {
      plugin.kill();
      throw e;
    } finally {
      pace.over();
    }
  }

  /**
   * @return false when the plugin took no more
   */
  private boolean feed(CaptureSource capture, FrameRewriter rewriter)
      throws CaptureException, InterruptedException {
    Frame frame = new Frame();
    try (CaptureReader reader = CaptureReader.open(capture)) {
      EthernetWriter writer = new EthernetWriter(plugin.input());
      int portion = 0;
      while (reader.next(frame)) {
        rewriter.rewrite(frame);
        boolean awaited = ledger.deliver(frame) && timing == Timing.LOCKSTEP;
        try {
          writer.write(frame);
          portion += frame.capturedLength();
          if (awaited || portion > PORTION_BYTES) {
            writer.flush();
            pace.progress();
            portion = 0;
          }
        } catch (IOException e) {
          return false;
        }
        if (awaited && !ledger.awaitMarker(frame.number(), pace::isLongOver)) {
          return false;
        }
      }
      return flush(writer);
    }
  }

  private boolean flush(EthernetWriter writer) {
    try {
      writer.flush();
      pace.progress();
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private void closeInput() {
    try {
      plugin.input().close();
    } catch (IOException alreadyGone) {
      // A plugin that is gone has no input; how it ended says the rest.
    }
  }

  private StreamAnswers conclude(boolean fedToTheEnd) throws InterruptedException {
    Optional<Ending> ending = plugin.await(pace.left());
    if (ending.isEmpty()) {
      pace.stop(Breach.OUT_OF_TIME, plugin);
      ending = plugin.await(LAST_PATIENCE);
    }
    Optional<Failure> failure = new Judgement(pace, ledger, plugin, timing).of(ending, fedToTheEnd);
    return new StreamAnswers(
        ledger.answers(failure.isEmpty()),
        ledger.accused(),
        new Conduct(ledger.breaches(), ledger.examples(), ending),
        failure);
  }
}

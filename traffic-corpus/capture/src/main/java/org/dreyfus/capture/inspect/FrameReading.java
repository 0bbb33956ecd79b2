package org.dreyfus.capture.inspect;

import java.util.Optional;
import org.dreyfus.capture.CaptureException;
import org.dreyfus.capture.CaptureReader;
import org.dreyfus.capture.CaptureSource;
import org.dreyfus.capture.Frame;
import org.dreyfus.capture.flow.FlowRules;
import org.dreyfus.capture.flow.FlowShare;
import org.dreyfus.capture.flow.FlowTable;

/** Goes through the frames of one capture once, and counts them. */
final class FrameReading {

  private final FrameRewriter rewriter;
  private final Frame frame = new Frame();
  private final Intake intake;

  private long frames;
  private long ipPackets;
  private long wireBytes;
  private Optional<Damage> damage = Optional.empty();

  /**
   * @param audience of the flows of that share; frames of all others are counted and left
   */
  FrameReading(
      FlowRules rules,
      FrameRewriter rewriter,
      FlowShare share,
      FlowTable flows,
      Audience audience) {
    this.rewriter = rewriter;
    this.intake =
        new Intake(rules.newDecoder(), share, rules.splitsOnNewSyn(), flows, audience, frame);
  }

  /**
   * Reads to the end, or to where the capture is damaged.
   *
   * @param stretch frames after which {@code pause} is called, again and again
   */
  void run(CaptureSource source, long stretch, Runnable pause) {
    try (CaptureReader reader = CaptureReader.open(source)) {
      while (read(reader, stretch)) {
        pause.run();
      }
    } catch (CaptureException e) {
      damage = Optional.of(Damage.of(e));
    }
  }

  private boolean read(CaptureReader reader, long stretch) throws CaptureException {
    for (long left = stretch; left > 0; left--) {
      if (!reader.next(frame)) {
        return false;
      }
      accept();
    }
    return true;
  }

  private void accept() {
    rewriter.rewrite(frame);
    frames++;
    wireBytes += frame.wireLength();
    if (intake.accept() != Intake.NO_FLOW) {
      ipPackets++;
    }
  }

  /** Number of the frame that was read last, from 1; 0 when none was. */
  long frames() {
    return frames;
  }

  /** What was seen so far; flows of the share only. */
  PassSummary summary() {
    return new PassSummary(frames, ipPackets, wireBytes, intake.flows(), damage);
  }
}

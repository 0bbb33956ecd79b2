package org.dreyfus.capture.inspect;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.dreyfus.capture.CaptureException;
import org.dreyfus.capture.CaptureReader;
import org.dreyfus.capture.CaptureSource;
import org.dreyfus.capture.Frame;
import org.dreyfus.capture.flow.FlowRules;
import org.dreyfus.capture.flow.FlowTable;
import org.dreyfus.classifier.Classifier;

/**
 * Feeds the packets of one capture to classifiers. For one capture and one thread; only {@link
 * #busyWith} may be called from another. Does not close the classifiers.
 */
public final class InspectionPass {

  private final FrameRewriter rewriter;
  private final Lanes lanes;
  private final Frame frame = new Frame();
  private final Intake intake;

  private long frames;
  private long ipPackets;
  private long wireBytes;

  /**
   * @param classifiers each opened for this capture; may be empty
   * @param listener takes a result for every flow
   */
  public InspectionPass(
      FlowRules rules,
      FrameRewriter rewriter,
      List<Classifier> classifiers,
      InspectionListener listener) {
    FlowTable flows = new FlowTable();
    this.rewriter = rewriter;
    this.lanes = new Lanes(flows, classifiers, listener);
    this.intake = new Intake(rules.newDecoder(), rules.splitsOnNewSyn(), flows, lanes, frame);
  }

  /**
   * Reads the capture to its end, or to where it is damaged; then ends all flows and all
   * classifiers. To be called once.
   *
   * @return counts, and the damage when there is any; bad input is never thrown
   */
  public PassSummary run(CaptureSource source) {
    Optional<Damage> damage = Optional.empty();
    try (CaptureReader reader = CaptureReader.open(source)) {
      while (reader.next(frame)) {
        accept();
      }
    } catch (CaptureException e) {
      damage = Optional.of(Damage.of(e));
    }
    lanes.finish();
    return new PassSummary(frames, ipPackets, wireBytes, intake.flows(), damage);
  }

  private void accept() {
    rewriter.rewrite(frame);
    frames++;
    wireBytes += frame.wireLength();
    if (intake.accept() != Intake.NO_FLOW) {
      ipPackets++;
    }
  }

  /**
   * Position of the classifier that is being called right now, from 0; empty when none is. May be
   * called from any thread: a watchdog learns from it whose call does not return.
   */
  public OptionalInt busyWith() {
    return lanes.busyWith();
  }
}

package org.dreyfus.capture.inspect;

import java.util.List;
import java.util.OptionalInt;
import org.dreyfus.capture.CaptureSource;
import org.dreyfus.capture.flow.FlowRules;
import org.dreyfus.capture.flow.FlowShare;
import org.dreyfus.capture.flow.FlowTable;
import org.dreyfus.classifier.Classifier;

/**
 * Feeds the packets of one capture to classifiers. For one capture and one thread; only {@link
 * #busyWith} may be called from another. Does not close the classifiers.
 */
public final class InspectionPass {

  private final Lanes lanes;
  private final FrameReading reading;

  /**
   * @param classifiers each opened for this capture; may be empty
   * @param listener takes a result for every flow, on the thread of the pass
   */
  public InspectionPass(
      FlowRules rules,
      FrameRewriter rewriter,
      List<Classifier> classifiers,
      InspectionListener listener) {
    this(rules, rewriter, classifiers, (PassListener) listener);
  }

  /** The same for a listener that looks at flows where they are kept. */
  public InspectionPass(
      FlowRules rules,
      FrameRewriter rewriter,
      List<Classifier> classifiers,
      PassListener listener) {
    FlowTable flows = new FlowTable();
    this.lanes = new Lanes(flows, classifiers, listener);
    this.reading = new FrameReading(rules, rewriter, FlowShare.ALL, flows, lanes);
  }

  /**
   * Reads the capture to its end, or to where it is damaged; then ends all flows and all
   * classifiers. To be called once.
   *
   * @return counts, and the damage when there is any; bad input is never thrown
   */
  public PassSummary run(CaptureSource source) {
    reading.run(source, Long.MAX_VALUE, () -> {});
    lanes.finish();
    lanes.tell();
    return reading.summary();
  }

  /**
   * Position of the classifier that is being called right now, from 0; empty when none is. May be
   * called from any thread: a watchdog learns from it whose call does not return.
   */
  public OptionalInt busyWith() {
    return lanes.busyWith();
  }
}

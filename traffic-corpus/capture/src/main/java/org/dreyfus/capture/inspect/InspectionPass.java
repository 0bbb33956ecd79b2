package org.dreyfus.capture.inspect;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.dreyfus.capture.CaptureException;
import org.dreyfus.capture.CaptureReader;
import org.dreyfus.capture.CaptureSource;
import org.dreyfus.capture.Frame;
import org.dreyfus.capture.flow.DecodedPacket;
import org.dreyfus.capture.flow.FlowRules;
import org.dreyfus.capture.flow.FlowTable;
import org.dreyfus.capture.flow.PacketDecoder;
import org.dreyfus.classifier.Classifier;

/**
 * Feeds the packets of one capture to classifiers. For one capture and one thread; only {@link
 * #busyWith} may be called from another. Does not close the classifiers.
 */
public final class InspectionPass {

  private static final int NO_SLOT = -1;

  private final PacketDecoder decoder;
  private final boolean splitsOnNewSyn;
  private final FrameRewriter rewriter;
  private final FlowTable flows = new FlowTable();
  private final Lanes lanes;
  private final Frame frame = new Frame();
  private final DecodedPacket packet = new DecodedPacket();
  private final PacketView view = new PacketView(frame, packet);

  private long frames;
  private long ipPackets;
  private long wireBytes;
  private long splits;

  /**
   * @param classifiers each opened for this capture; may be empty
   * @param listener takes a result for every flow
   */
  public InspectionPass(
      FlowRules rules,
      FrameRewriter rewriter,
      List<Classifier> classifiers,
      InspectionListener listener) {
    this.decoder = rules.newDecoder();
    this.splitsOnNewSyn = rules.splitsOnNewSyn();
    this.rewriter = rewriter;
    this.lanes = new Lanes(flows, classifiers, listener);
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
    return new PassSummary(frames, ipPackets, wireBytes, flows.size() + splits, damage);
  }

  private void accept() {
    rewriter.rewrite(frame);
    frames++;
    wireBytes += frame.wireLength();
    if (!decoder.decode(frame, packet)) {
      return;
    }
    ipPackets++;
    int slot = flows.find(packet);
    if (slot == NO_SLOT) {
      slot = flows.add(packet, frame.number(), frame.timestampNanos());
      lanes.open(slot);
    } else if (splitsOnNewSyn && flows.isReopenedBy(slot, packet)) {
      lanes.end(slot);
      flows.restart(slot, packet, frame.number(), frame.timestampNanos());
      lanes.open(slot);
      splits++;
    }
    flows.count(slot, packet);
    if (flows.watchers(slot) > 0) {
      view.turn(flows.direction(slot, packet));
      lanes.inspect(slot, view, packet);
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

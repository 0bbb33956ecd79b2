package org.dreyfus.capture.inspect;

import java.net.InetAddress;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.dreyfus.capture.Frame;
import org.dreyfus.capture.flow.DecodedPacket;
import org.dreyfus.capture.flow.FlowRules;
import org.dreyfus.capture.flow.FlowTable;
import org.dreyfus.capture.flow.PacketDecoder;
import org.dreyfus.classifier.Classifier;
import org.dreyfus.classifier.Direction;
import org.dreyfus.classifier.FlowKey;
import org.dreyfus.classifier.Packet;
import org.dreyfus.classifier.Verdict;

/**
 * Shows frames to one classifier as they arrive: {@link InspectionPass} turned round, with the same
 * flows and the same verdicts at the same packets. For one thread. Does not close the classifier.
 * What it throws is no exception here but a {@link #crash}.
 */
public final class LiveInspection {

  private final FlowRules rules;
  private final PacketDecoder decoder;
  private final Frame frame;
  private final DecodedPacket packet = new DecodedPacket();
  private final FlowTable flows = new FlowTable();
  private final Lane lane;
  private final Intake intake;

  /** Slots of flows that another classifier has decided; this one has never seen them. */
  private final BitSet adopted = new BitSet();

  private int slot = Intake.NO_FLOW;
  private boolean decides;

  /**
   * @param frame in which the frames come, one after the other
   * @param classifier opened for this traffic
   */
  public LiveInspection(FlowRules rules, Frame frame, Classifier classifier) {
    this(rules, rules.newDecoder(), frame, classifier);
  }

  private LiveInspection(
      FlowRules rules, PacketDecoder decoder, Frame frame, Classifier classifier) {
    this.rules = rules;
    this.decoder = decoder;
    this.frame = frame;
    this.lane = new Lane(classifier, flows);
    this.intake = new Intake(rules.splitsOnNewSyn(), flows, new Watcher());
  }

  /**
   * Carries on without this one, which must not be used any more: with another classifier, and of
   * all flows only those that are kept and decided.
   *
   * @param frame in which the frames come from now on
   * @param kept says of a slot whether its flow is kept
   */
  public LiveInspection successor(Frame frame, Classifier classifier, IntPredicate kept) {
    LiveInspection next = new LiveInspection(rules, decoder, frame, classifier);
    for (int i = 0; i < flows.size(); i++) {
      if (lane.verdict(i).isFinal() && kept.test(i)) {
        int there = next.flows.adopt(flows, i);
        next.lane.adopt(there, lane, i);
        next.adopted.set(there);
      }
    }
    return next;
  }

  /**
   * Takes the frame as it is now.
   *
   * @return whether it belongs to a flow: only then may be asked for it
   */
  public boolean accept() {
    decides = false;
    slot = Intake.NO_FLOW;
    if (decoder.decode(frame, packet)) {
      slot = intake.accept(frame, packet, flows.find(packet));
    }
    return isOfFlow();
  }

  /** Whether the frame that was taken last belongs to a flow. */
  public boolean isOfFlow() {
    return slot != Intake.NO_FLOW;
  }

  /** The verdict on the frame's flow, this packet included. */
  public Verdict verdict() {
    return lane.verdict(slot);
  }

  /** Whether the verdict became final with this packet. */
  public boolean decides() {
    return decides;
  }

  /** Position of the packet in its flow, from 1. */
  public long packetInFlow() {
    return flows.packets(slot);
  }

  /** Number of the flow, from 0; that of a flow that has ended goes to the next of its key. */
  public int slot() {
    return slot;
  }

  /** The 5-tuple of the flow. */
  public FlowKey key() {
    return flows.key(slot);
  }

  /** Which way the packet goes. */
  public Direction direction() {
    return flows.direction(slot, packet);
  }

  /** Where the parts of the packet are in the frame. */
  public DecodedPacket packet() {
    return packet;
  }

  /** Flows that are remembered. */
  public int flows() {
    return flows.size();
  }

  /** The verdict on a remembered flow. */
  public Verdict verdict(int ofSlot) {
    return lane.verdict(ofSlot);
  }

  /** Position in its flow of the packet that decided on it, from 1; 0 when none did. */
  public long decidedAtPacket(int ofSlot) {
    return lane.decidedAtPacket(ofSlot);
  }

  /** Why the classifier answers no more, one line; what it decided before stands. */
  public Optional<String> crash() {
    return lane.crash();
  }

  /**
   * Ends all flows and the traffic, as the end of a capture does.
   *
   * @return the hosts that the classifier accuses, and why
   */
  public Map<InetAddress, String> finish() {
    for (int i = 0; i < flows.size(); i++) {
      end(i);
    }
    lane.finish();
    return Map.copyOf(lane.accusations());
  }

  private void end(int ending) {
    if (adopted.get(ending)) {
      adopted.clear(ending);
    } else {
      lane.conclude(ending);
    }
  }

  /** The one lane among those who look. */
  private final class Watcher implements Audience {

    @Override
    public void open(int begun) {
      lane.open(begun);
      flows.watchers(begun, 1);
    }

    @Override
    public void inspect(int of, Packet packet, DecodedPacket decoded) {
      if (lane.wants(of) && lane.inspect(of, packet, decoded.payloadWireBytes())) {
        decides = true;
        flows.watchers(of, 0);
      }
    }

    @Override
    public void end(int ended, long frame) {
      LiveInspection.this.end(ended);
    }
  }
}

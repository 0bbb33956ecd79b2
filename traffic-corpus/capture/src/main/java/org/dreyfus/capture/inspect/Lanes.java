package org.dreyfus.capture.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.dreyfus.capture.flow.DecodedPacket;
import org.dreyfus.capture.flow.FlowTable;
import org.dreyfus.classifier.Classifier;
import org.dreyfus.classifier.FlowKey;
import org.dreyfus.classifier.Packet;
import org.dreyfus.classifier.Verdict;

/** All classifiers of a pass, side by side. */
final class Lanes implements Audience {

  private static final int IDLE = -1;

  private final FlowTable flows;
  private final Lane[] lanes;
  private final PassListener listener;
  private final Slot ending = new Slot();

  /** Ended flows that somebody left undecided: a later crash would still change the answer. */
  private final List<KeptFlow> held = new ArrayList<>();

  private final AtomicInteger busyWith = new AtomicInteger(IDLE);

  /**
   * @param listener told of flows that end before the capture does, and of all else by {@link
   *     #tell}
   */
  Lanes(FlowTable flows, List<Classifier> classifiers, PassListener listener) {
    this.flows = flows;
    this.lanes = classifiers.stream().map(each -> new Lane(each, flows)).toArray(Lane[]::new);
    this.listener = listener;
  }

  OptionalInt busyWith() {
    int lane = busyWith.get();
    return lane == IDLE ? OptionalInt.empty() : OptionalInt.of(lane);
  }

  @Override
  public void open(int slot) {
    for (Lane lane : lanes) {
      lane.open(slot);
    }
    flows.watchers(slot, lanes.length);
  }

  /** Shows a packet to all who did not decide on its flow yet. */
  @Override
  public void inspect(int slot, Packet packet, DecodedPacket decoded) {
    int decided = 0;
    for (int i = 0; i < lanes.length; i++) {
      Lane lane = lanes[i];
      if (lane.wants(slot)) {
        busyWith.setRelease(i);
        if (lane.inspect(slot, packet, decoded.payloadWireBytes())) {
          decided++;
        }
        busyWith.setRelease(IDLE);
      }
    }
    if (decided > 0) {
      flows.watchers(slot, flows.watchers(slot) - decided);
    }
  }

  @Override
  public void end(int slot, long frame) {
    conclude(slot);
    ending.turn(slot);
    if (isDecidedByAll(slot)) {
      listener.ended(ending);
    } else {
      held.add(new KeptFlow(frame, ending.record(), ending.answers()));
    }
  }

  private boolean isDecidedByAll(int slot) {
    for (Lane lane : lanes) {
      if (lane.decidedAtPacket(slot) == 0) {
        return false;
      }
    }
    return true;
  }

  /** Ends all flows, and then the classifiers. */
  void finish() {
    for (int slot = 0; slot < flows.size(); slot++) {
      conclude(slot);
    }
    for (int i = 0; i < lanes.length; i++) {
      busyWith.setRelease(i);
      lanes[i].finish();
      busyWith.setRelease(IDLE);
    }
    held.replaceAll(
        flow -> new KeptFlow(flow.endedAtFrame(), flow.record(), afterCrashes(flow.answers())));
  }

  /** Tells what was not told yet, after {@link #finish}. */
  void tell() {
    held.forEach(listener::ended);
    held.clear();
    for (int slot = 0; slot < flows.size(); slot++) {
      listener.ended(at(slot));
    }
    for (int i = 0; i < lanes.length; i++) {
      int lane = i;
      lanes[i].accusations().forEach((host, reason) -> listener.accused(lane, host, reason));
      lanes[i].crash().ifPresent(cause -> listener.crashed(lane, cause));
    }
  }

  /** Flows that ended before the capture did and were not told, in the order of their ends. */
  List<KeptFlow> held() {
    return held;
  }

  /** The flow in a slot; the object is the same for all. */
  EndedFlow at(int slot) {
    ending.turn(slot);
    return ending;
  }

  /** One of those side by side. */
  Lane lane(int position) {
    return lanes[position];
  }

  private void conclude(int slot) {
    for (int i = 0; i < lanes.length; i++) {
      busyWith.setRelease(i);
      lanes[i].conclude(slot);
      busyWith.setRelease(IDLE);
    }
  }

  private List<Answer> afterCrashes(List<Answer> answers) {
    List<Answer> after = new ArrayList<>(lanes.length);
    for (int i = 0; i < lanes.length; i++) {
      after.add(lanes[i].afterCrash(answers.get(i)));
    }
    return List.copyOf(after);
  }

  /** The flow in a slot. */
  private final class Slot implements EndedFlow {
    private int slot;

    void turn(int to) {
      slot = to;
    }

    @Override
    public FlowKey key() {
      return flows.key(slot);
    }

    @Override
    public long packets() {
      return flows.packets(slot);
    }

    @Override
    public long bytes() {
      return flows.bytes(slot);
    }

    @Override
    public Verdict verdict(int classifier) {
      return lanes[classifier].verdict(slot);
    }

    @Override
    public long decidedAtPacket(int classifier) {
      return lanes[classifier].decidedAtPacket(slot);
    }

    @Override
    public Optional<String> crash(int classifier) {
      return lanes[classifier].crashOf(slot);
    }

    @Override
    public FlowRecord record() {
      return new FlowRecord(
          flows.firstFrame(slot),
          flows.firstTimestampNanos(slot),
          key(),
          packets(),
          bytes(),
          flows.payloadBytes(slot),
          flows.lastPayloadPacket(slot));
    }

    @Override
    public List<Answer> answers() {
      List<Answer> answers = new ArrayList<>(lanes.length);
      for (Lane lane : lanes) {
        answers.add(lane.answer(slot));
      }
      return List.copyOf(answers);
    }
  }
}

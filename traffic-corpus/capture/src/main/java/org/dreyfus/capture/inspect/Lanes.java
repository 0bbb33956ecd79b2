package org.dreyfus.capture.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.dreyfus.capture.flow.DecodedPacket;
import org.dreyfus.capture.flow.FlowTable;
import org.dreyfus.classifier.Classifier;
import org.dreyfus.classifier.Packet;

/** All classifiers of a pass, side by side. */
final class Lanes implements Audience {

  private static final int IDLE = -1;

  private record Ended(FlowRecord flow, List<Answer> answers) {}

  private final FlowTable flows;
  private final Lane[] lanes;
  private final InspectionListener listener;

  /** Ended flows that somebody left undecided: a later crash would still change the answer. */
  private final List<Ended> held = new ArrayList<>();

  private final AtomicInteger busyWith = new AtomicInteger(IDLE);

  Lanes(FlowTable flows, List<Classifier> classifiers, InspectionListener listener) {
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

  /** Ends one flow before the capture ends. */
  @Override
  public void end(int slot) {
    conclude(slot);
    Ended ended = new Ended(record(slot), answers(slot));
    if (ended.answers().stream().allMatch(answer -> answer.decidedAtPacket() != 0)) {
      listener.flowEnded(ended.flow(), ended.answers());
    } else {
      held.add(ended);
    }
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
    held.forEach(ended -> listener.flowEnded(ended.flow(), afterCrashes(ended.answers())));
    held.clear();
    for (int slot = 0; slot < flows.size(); slot++) {
      listener.flowEnded(record(slot), answers(slot));
    }
    for (int i = 0; i < lanes.length; i++) {
      int lane = i;
      lanes[i].accusations().forEach((host, reason) -> listener.accused(lane, host, reason));
      lanes[i].crash().ifPresent(cause -> listener.crashed(lane, cause));
    }
  }

  private void conclude(int slot) {
    for (int i = 0; i < lanes.length; i++) {
      busyWith.setRelease(i);
      lanes[i].conclude(slot);
      busyWith.setRelease(IDLE);
    }
  }

  private FlowRecord record(int slot) {
    return new FlowRecord(
        flows.firstFrame(slot),
        flows.firstTimestampNanos(slot),
        flows.key(slot),
        flows.packets(slot),
        flows.bytes(slot),
        flows.payloadBytes(slot),
        flows.lastPayloadPacket(slot));
  }

  private List<Answer> answers(int slot) {
    List<Answer> answers = new ArrayList<>(lanes.length);
    for (Lane lane : lanes) {
      answers.add(lane.answer(slot));
    }
    return List.copyOf(answers);
  }

  private List<Answer> afterCrashes(List<Answer> answers) {
    List<Answer> after = new ArrayList<>(lanes.length);
    for (int i = 0; i < lanes.length; i++) {
      after.add(lanes[i].afterCrash(answers.get(i)));
    }
    return List.copyOf(after);
  }
}

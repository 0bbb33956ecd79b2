package org.dreyfus.inline.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dreyfus.scoring.inline.FlowReplay;
import org.dreyfus.scoring.inline.FlowReplay.Packets;

/** The replays of each flow, side by side. */
final class Tally {

  private final Map<String, Map<Long, List<FlowReplay>>> bySession = new TreeMap<>();
  private final Map<String, SessionReplay> example = new TreeMap<>();
  private long flowReplays;

  private Tally() {}

  /**
   * @param noise of the calibrated path; what the run's load did to all flows is added
   */
  static Tally of(Replayed replayed, PathNoise noise) {
    Tally tally = new Tally();
    PathNoise inRun = Outcomes.noiseIn(replayed, noise);
    for (SessionReplay session : replayed.sessions()) {
      tally.add(session, Outcomes.of(session, inRun));
    }
    return tally;
  }

  private void add(SessionReplay session, List<FlowReplay> outcomes) {
    example.putIfAbsent(session.script().session(), session);
    Map<Long, List<FlowReplay>> flows =
        bySession.computeIfAbsent(session.script().session(), id -> new TreeMap<>());
    for (int i = 0; i < outcomes.size(); i++) {
      flows
          .computeIfAbsent(session.script().flows().get(i), flow -> new ArrayList<>())
          .add(outcomes.get(i));
      flowReplays++;
    }
  }

  long flowReplays() {
    return flowReplays;
  }

  boolean hasBlocked(String session) {
    return bySession.getOrDefault(session, Map.of()).values().stream()
        .anyMatch(
            replays ->
                Inference.isMost(replays.stream().filter(FlowReplay::wasBlocked).count(), replays));
  }

  /** Takes the replays of a flow. */
  @FunctionalInterface
  interface FlowConsumer {
    void accept(String session, long flow, List<FlowReplay> replays);
  }

  /** By session and flow. */
  void forEachFlow(FlowConsumer consumer) {
    bySession.forEach(
        (session, flows) ->
            flows.forEach((flow, replays) -> consumer.accept(session, flow, replays)));
  }

  /** Payload of a flow's packets before one of them; a flow that never went has none. */
  long payloadBefore(String session, long flow, long packet) {
    return Optional.ofNullable(example.get(session))
        .map(replay -> payloadBefore(replay, flow, packet))
        .orElse(0L);
  }

  private static long payloadBefore(SessionReplay replay, long flow, long packet) {
    int index = replay.script().flows().indexOf(flow);
    long bytes = 0;
    for (int i = 0; i < replay.size(); i++) {
      Step step = replay.step(i);
      if (step.flow() == index && step.packet() < packet) {
        bytes += step.payloadBytes();
      }
    }
    return bytes;
  }

  Packets totals() {
    Packets sum = Packets.NONE;
    for (Map<Long, List<FlowReplay>> flows : bySession.values()) {
      for (List<FlowReplay> replays : flows.values()) {
        for (FlowReplay replay : replays) {
          sum = sum.plus(replay.packets());
        }
      }
    }
    return sum;
  }
}

package org.dreyfus.inline.replay;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dreyfus.scoring.inline.InlineFlow.Change;

/**
 * A session as it is put on the wire once, with addresses of its own.
 *
 * @param session id of the session
 * @param change what was done to its packets; empty for a plain replay
 * @param flows number of each flow's first frame in the session's capture
 * @param steps packets in the order of the capture
 * @param notReplayed frames that cannot be replayed, by reason
 */
record Script(
    String session,
    Optional<Change> change,
    List<Long> flows,
    List<Step> steps,
    Map<String, Long> notReplayed) {

  Script {
    flows = List.copyOf(flows);
    steps = List.copyOf(steps);
    notReplayed = new TreeMap<>(notReplayed);
  }

  /** The same, each packet as soon as the one before it has arrived. */
  Script withoutGaps() {
    List<Step> hasty =
        steps.stream()
            .map(
                step ->
                    new Step(
                        step.flow(),
                        step.packet(),
                        step.toServer(),
                        step.frame(),
                        step.payloadBytes(),
                        0,
                        step.fragmentOf()))
            .toList();
    return new Script(session, change, flows, hasty, notReplayed);
  }

  /** The largest IP packet in it, bytes. */
  int largestPacket() {
    return steps.stream().mapToInt(step -> step.frame().length - Ethernet.HEADER).max().orElse(0);
  }
}

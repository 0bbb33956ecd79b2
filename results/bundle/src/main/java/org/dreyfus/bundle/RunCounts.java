package org.dreyfus.bundle;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;
import org.dreyfus.scoring.Observation;
import org.dreyfus.scoring.SessionEvidence;

/**
 * How much there was in a run of one classifier.
 *
 * @param sessions that were counted
 * @param flows of these
 * @param packets of these flows
 * @param unstableFlows that came out otherwise under another key
 * @param namedFlows whose protocol it named, and left it to a policy what follows
 */
public record RunCounts(
    long sessions, long flows, long packets, long unstableFlows, long namedFlows)
    implements Serializable {

  /** Nothing. */
  public static final RunCounts NONE = new RunCounts(0, 0, 0, 0, 0);

  /** Of one session. */
  static RunCounts of(SessionEvidence session) {
    long packets = 0;
    long named = 0;
    for (Observation flow : session.observations()) {
      packets += flow.packets();
      named += flow.verdict() == Observation.VerdictKind.IDENTIFIED ? 1 : 0;
    }
    return new RunCounts(
        1, session.observations().size(), packets, session.unstable().size(), named);
  }

  RunCounts plus(RunCounts other) {
    return new RunCounts(
        sessions + other.sessions,
        flows + other.flows,
        packets + other.packets,
        unstableFlows + other.unstableFlows,
        namedFlows + other.namedFlows);
  }

  /** As {@code run.json} states them. */
  public Map<String, Long> stated() {
    Map<String, Long> counts = new TreeMap<>();
    counts.put("sessions", sessions);
    counts.put("flows", flows);
    counts.put("packets", packets);
    counts.put("unstableFlows", unstableFlows);
    return counts;
  }
}

package org.dreyfus.inline.replay;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whose addresses and ports a packet carries. */
final class FlowIndex {

  private final Map<Tuple, Entry> byTuple = new HashMap<>();
  private final Set<String> addresses = new HashSet<>();

  /**
   * A flow on the wire.
   *
   * @param session that it belongs to
   * @param flow its index there
   * @param toServer whether a packet with these addresses goes to the server
   */
  record Entry(SessionReplay session, int flow, boolean toServer) {}

  void add(SessionReplay session) {
    boolean[] seen = new boolean[session.script().flows().size()];
    for (Step step : session.script().steps()) {
      if (!seen[step.flow()] || step.isFragment()) {
        seen[step.flow()] = true;
        byte[] frame = step.frame();
        byTuple.put(Tuple.of(frame), new Entry(session, step.flow(), step.toServer()));
        byTuple.put(Tuple.answering(frame), new Entry(session, step.flow(), !step.toServer()));
        addresses.add(Tuple.source(frame));
        addresses.add(Tuple.destination(frame));
      }
    }
  }

  Optional<Entry> find(Tuple tuple) {
    return Optional.ofNullable(byTuple.get(tuple));
  }

  /** Whether any session uses the address. */
  boolean isTakingPart(String address) {
    return addresses.contains(address);
  }
}

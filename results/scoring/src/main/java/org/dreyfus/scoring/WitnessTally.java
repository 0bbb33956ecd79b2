package org.dreyfus.scoring;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/** Counts witnesses, and keeps the first of each of the first sessions to show. */
final class WitnessTally implements Serializable {

  private static final long serialVersionUID = 1L;

  private final TreeMap<String, Shown> firsts = new TreeMap<>();
  private int count;

  private record Shown(long flow, String story, String what) implements Serializable {}

  /**
   * @param found in one session, in the order of flows
   */
  void add(Collection<Finding.Witness> found) {
    count += found.size();
    found.stream()
        .findFirst()
        .ifPresent(
            first ->
                keep(
                    first.flow().session(),
                    new Shown(first.flow().flow(), first.story(), first.what())));
  }

  void add(WitnessTally other) {
    count += other.count;
    other.firsts.forEach(this::keep);
  }

  private void keep(String session, Shown shown) {
    firsts.putIfAbsent(session, shown);
    if (firsts.size() > Finding.WITNESSES_SHOWN) {
      firsts.pollLastEntry();
    }
  }

  int count() {
    return count;
  }

  /** Those that a scorecard names. */
  List<Finding.Witness> shown() {
    return firsts.entrySet().stream()
        .map(
            entry ->
                new Finding.Witness(
                    new FlowRef(entry.getKey(), entry.getValue().flow()),
                    entry.getValue().story(),
                    entry.getValue().what()))
        .toList();
  }
}

package org.dreyfus.benchmark.compare;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * What belongs to one protocol.
 *
 * @param bytes captured, of whole frames
 */
record Counts(long flows, long packets, long bytes) {

  /** Stands for a protocol where a program tells none apart. */
  static final String ALL = "all protocols";

  Counts plus(Counts other) {
    return new Counts(flows + other.flows, packets + other.packets, bytes + other.bytes);
  }

  static Counts sum(Collection<Counts> all) {
    return all.stream().reduce(new Counts(0, 0, 0), Counts::plus);
  }

  /** As ndpiReader's totals have it: under the application alone. */
  static Map<String, Counts> byApplication(Map<String, Counts> byProtocol) {
    Map<String, Counts> folded = new TreeMap<>();
    byProtocol.forEach(
        (name, counts) ->
            folded.merge(name.substring(name.lastIndexOf('.') + 1), counts, Counts::plus));
    return folded;
  }
}

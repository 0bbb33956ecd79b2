package org.dreyfus.benchmark.compare;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * All programs on one capture.
 *
 * @param capture its file name
 * @param bytes of the file
 * @param packets frames in it
 * @param counts by program that counts protocols, and by protocol as it names them
 * @param disagreements one line a protocol on which two programs differ; empty when they agree
 */
record CaptureResult(
    String capture,
    long bytes,
    long packets,
    List<ContestantResult> contestants,
    Map<String, Map<String, Counts>> counts,
    List<String> disagreements) {

  /** Median processor time over that of another program, if that one ran. */
  OptionalDouble ratio(ContestantResult contestant, String to) {
    return contestants.stream()
        .filter(other -> other.name().equals(to))
        .mapToDouble(
            other -> contestant.processorSeconds().median() / other.processorSeconds().median())
        .findFirst();
  }
}

package org.dreyfus.benchmark.compare;

import java.util.List;

/**
 * What one program took for one capture.
 *
 * @param command the capture's name stands for its path
 * @param runs all that were measured, in their order
 * @param packetsPerProcessorSecond by the median
 */
record ContestantResult(
    String name,
    List<String> command,
    List<Measurement> runs,
    Spread processorSeconds,
    Spread wallSeconds,
    Spread peakBytes,
    double packetsPerProcessorSecond) {

  static ContestantResult of(
      String name, List<String> command, List<Measurement> runs, long packets) {
    Spread processor = Spread.of(runs.stream().mapToDouble(Measurement::processorSeconds));
    return new ContestantResult(
        name,
        command,
        List.copyOf(runs),
        processor,
        Spread.of(runs.stream().mapToDouble(Measurement::wallSeconds)),
        Spread.of(runs.stream().mapToDouble(Measurement::peakBytes)),
        packets / processor.median());
  }
}

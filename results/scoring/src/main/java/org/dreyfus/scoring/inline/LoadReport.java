package org.dreyfus.scoring.inline;

import java.util.List;

/**
 * What a device can carry, in the manner of RFC 9411 as far as one machine allows, with the limits
 * of the tester itself beside it.
 *
 * @param frameBytes size of the test frames, without checksum
 * @param tester the same over a plain wire: what the tester itself can do
 * @param device through the device
 */
public record LoadReport(int frameBytes, Limits tester, Limits device) {

  /**
   * What one path can carry.
   *
   * @param steps offered rates, rising
   * @param throughput the highest rate without loss, packets/s; 0 when there was loss at all rates
   * @param newFlowsPerSecond new flows a second without loss
   * @param concurrentFlows flows at the same time without loss
   */
  public record Limits(
      List<Step> steps, double throughput, double newFlowsPerSecond, long concurrentFlows) {

    public Limits {
      steps = List.copyOf(steps);
    }
  }

  /**
   * One offered rate, held for some seconds.
   *
   * @param offered packets/s
   * @param forwarded packets/s
   * @param lost packets
   * @param medianMicros one-way time, microseconds
   * @param p90Micros 90 of 100 packets stay below
   * @param p99Micros 99 of 100
   * @param p999Micros 999 of 1000
   * @param maxMicros the longest
   */
  public record Step(
      double offered,
      double forwarded,
      long lost,
      double medianMicros,
      double p90Micros,
      double p99Micros,
      double p999Micros,
      double maxMicros) {}
}

package org.dreyfus.inline.load;

/**
 * How a device is loaded. Every rate is bounded.
 *
 * @param frameBytes size of test frames, without checksum, {@value #SMALLEST_FRAME} to {@value
 *     #LARGEST_FRAME}
 * @param mix transport of the test flows
 * @param flows test flows that share the packets, both directions
 * @param phases of each trial of packets and of new flows
 * @param maxPacketsPerSecond highest offered rate, both directions together
 * @param maxNewFlowsPerSecond highest offered rate of new flows
 * @param maxConcurrentFlows most flows at the same time; fewer are tried where a path opens flows
 *     slowly: as many as it opens in ten seconds at half the rate that it can
 * @param resolution how close the search comes to a limit, as a share of it, 0.01 to 0.5
 * @param attempts how often a rate is tried before loss counts, or that the tester could not offer
 *     it: on one machine, another program may have taken the processor
 */
public record LoadPlan(
    int frameBytes,
    Mix mix,
    int flows,
    LoadPhases phases,
    double maxPacketsPerSecond,
    double maxNewFlowsPerSecond,
    int maxConcurrentFlows,
    double resolution,
    int attempts) {

  /** Room for headers, sequence number and time. */
  public static final int SMALLEST_FRAME = 96;

  /** The largest of Ethernet without its checksum. */
  public static final int LARGEST_FRAME = 1514;

  /** Transports of test flows. */
  public enum Mix {
    TCP,
    UDP,
    /** Half of the flows each. */
    BOTH
  }

  public LoadPlan {
    check(
        frameBytes >= SMALLEST_FRAME && frameBytes <= LARGEST_FRAME,
        "frames of %d bytes: from %d to %d can be sent"
            .formatted(frameBytes, SMALLEST_FRAME, LARGEST_FRAME));
    check(flows >= 1 && flows <= 10_000, flows + " test flows: from 1 to 10000 can be used");
    check(
        maxPacketsPerSecond >= 100 && maxPacketsPerSecond <= 1e7,
        maxPacketsPerSecond + " packets/s at most: from 100 to 10000000 can be asked for");
    check(
        maxNewFlowsPerSecond >= 10 && maxNewFlowsPerSecond <= 1e6,
        maxNewFlowsPerSecond + " new flows/s at most: from 10 to 1000000 can be asked for");
    check(
        maxConcurrentFlows >= 10 && maxConcurrentFlows <= 1_000_000,
        maxConcurrentFlows + " flows at once: from 10 to 1000000 can be asked for");
    check(
        resolution >= 0.01 && resolution <= 0.5,
        "a resolution of " + resolution + ": from 0.01 to 0.5 can be asked for");
    check(attempts >= 1 && attempts <= 10, attempts + " attempts: from 1 to 10 can be asked for");
  }

  /** What a machine with two processors carries over a plain wire in about a minute. */
  public static LoadPlan standard() {
    return new LoadPlan(512, Mix.BOTH, 64, LoadPhases.brief(), 200_000, 20_000, 20_000, 0.1, 2);
  }

  /** The same with other bounds. */
  public LoadPlan atMost(double packetsPerSecond, double newFlowsPerSecond, int concurrentFlows) {
    return new LoadPlan(
        frameBytes,
        mix,
        flows,
        phases,
        packetsPerSecond,
        newFlowsPerSecond,
        concurrentFlows,
        resolution,
        attempts);
  }

  /** The same with other phases. */
  public LoadPlan with(LoadPhases other) {
    return new LoadPlan(
        frameBytes,
        mix,
        flows,
        other,
        maxPacketsPerSecond,
        maxNewFlowsPerSecond,
        maxConcurrentFlows,
        resolution,
        attempts);
  }

  private static void check(boolean right, String message) {
    if (!right) {
      throw new IllegalArgumentException(message);
    }
  }
}

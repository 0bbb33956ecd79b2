package org.dreyfus.external;

/** How the packets are handed over, and so what is known of when a flow was decided. */
public enum Timing {
  /**
   * As fast as the plugin reads. A decision counts from the last packet that had been delivered
   * when it arrived, which also measures pipes and start-up time.
   */
  STREAM,
  /**
   * One packet at a time: the next is sent when the plugin has said all it has to say about the
   * ones before. The decision point is exact.
   */
  LOCKSTEP
}

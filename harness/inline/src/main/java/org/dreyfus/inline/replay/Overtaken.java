package org.dreyfus.inline.replay;

/** Whether packets that were sent later have come out already: then an earlier one is lost. */
final class Overtaken {

  /** What queues and cores of a box may do to the order of packets. */
  private static final long REORDERING_NANOS = 5_000_000;

  private long latestToServer = Long.MIN_VALUE;
  private long latestToClient = Long.MIN_VALUE;

  /**
   * A packet has come out.
   *
   * @param sentNanos when it was first sent
   */
  void arrived(boolean toServer, long sentNanos) {
    if (toServer) {
      latestToServer = Math.max(latestToServer, sentNanos);
    } else {
      latestToClient = Math.max(latestToClient, sentNanos);
    }
  }

  /**
   * @param sentNanos when the packet in question was last sent
   */
  boolean is(boolean toServer, long sentNanos) {
    long latest = toServer ? latestToServer : latestToClient;
    return latest != Long.MIN_VALUE && latest - sentNanos > REORDERING_NANOS;
  }
}

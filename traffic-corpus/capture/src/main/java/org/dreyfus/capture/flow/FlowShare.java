package org.dreyfus.capture.flow;

/**
 * One of several equal shares of all flows. Every flow belongs to one of them, and so do all flows
 * between the same two addresses, since classifiers may learn from one what another is.
 *
 * @param number of this share, from 0
 * @param of how many there are, at least 1
 */
public record FlowShare(int number, int of) {

  /** The one that has all flows. */
  public static final FlowShare ALL = new FlowShare(0, 1);

  /**
   * @throws IllegalArgumentException when there is no such share
   */
  public FlowShare {
    if (number < 0 || number >= of) {
      throw new IllegalArgumentException("no share " + number + " of " + of);
    }
  }

  /** Whether the packet's flow belongs to this share. */
  public boolean has(DecodedPacket packet) {
    return of == 1 || shareOf(packet.key.addressHash(), of) == number;
  }

  /** Lemire, Fast Random Integer Generation in an Interval, 2019, section 4, without correction. */
  private static int shareOf(long hash, int shares) {
    return (int) ((hash >>> 32) * shares >>> 32);
  }
}

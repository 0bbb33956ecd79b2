package org.dreyfus.scoring.inline;

/**
 * What became of one flow in one replay.
 *
 * @param result of the replay
 * @param atPacket number within the flow, from 1, of the packet at which it was blocked; 0 when it
 *     was not
 * @param packets what became of its packets
 */
public record FlowReplay(Result result, long atPacket, Packets packets) {

  /** Whether the device ended the flow: by silence or by a reset. */
  public boolean wasBlocked() {
    return result == Result.DROPPED || result == Result.RESET;
  }

  /** What happened to the flow. */
  public enum Result {
    /** Everything arrived in the end. */
    PASSED,
    /** From a packet on nothing arrived in that direction, however often it was sent. */
    DROPPED,
    /** The device sent a reset (RFC 9293) or an ICMP error to one end or to both. */
    RESET,
    /** Packets came late, or after having been sent again, more than the wire explains. */
    THROTTLED,
    /** A packet never arrived, but later ones of its direction did. */
    LOSSY
  }

  /**
   * Packets of the flow, both directions.
   *
   * @param sent different packets sent, not counting those sent again
   * @param resent how often a packet was sent again, since it had not arrived in time
   * @param forwarded arrived, changed ones among them
   * @param dropped never arrived
   * @param changed arrived with other bytes than were sent
   * @param delayed arrived later than the calibrated wire ever does
   * @param duplicated arrived more often than sent
   * @param resetsToClient resets that the device sent to the client of the flow
   * @param resetsToServer resets that the device sent to the server of the flow
   * @param injected other packets with the flow's addresses that nobody had sent
   */
  public record Packets(
      long sent,
      long resent,
      long forwarded,
      long dropped,
      long changed,
      long delayed,
      long duplicated,
      long resetsToClient,
      long resetsToServer,
      long injected) {

    /** No packet at all. */
    public static final Packets NONE = new Packets(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** Both together. */
    public Packets plus(Packets other) {
      return new Packets(
          sent + other.sent,
          resent + other.resent,
          forwarded + other.forwarded,
          dropped + other.dropped,
          changed + other.changed,
          delayed + other.delayed,
          duplicated + other.duplicated,
          resetsToClient + other.resetsToClient,
          resetsToServer + other.resetsToServer,
          injected + other.injected);
    }

    /** Packets that came out of the device without anybody having put them in. */
    public long added() {
      return duplicated + resetsToClient + resetsToServer + injected;
    }
  }
}

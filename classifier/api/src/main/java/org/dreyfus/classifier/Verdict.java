package org.dreyfus.classifier;

/**
 * What a classifier says of one flow. Keep instances for reuse: a verdict is returned for every
 * packet.
 */
public sealed interface Verdict {

  /** No opinion yet. At the end of a flow this is an answer: the flow passes. */
  record Undecided() implements Verdict {
    private static final Undecided INSTANCE = new Undecided();
  }

  /**
   * The protocol was recognised. A policy turns it into block or allow, once settled.
   *
   * @param protocol as nDPI or IANA spell it: {@code "BitTorrent"}, {@code "TLS"}
   * @param settled true when it will not change; policies apply to settled identifications only
   */
  record Identified(String protocol, boolean settled) implements Verdict {}

  /**
   * The flow is to be blocked, from the packet under inspection on. Final.
   *
   * @param protocol what it was taken for; {@link #UNKNOWN_PROTOCOL} when that does not matter
   * @param reason for the vendor's and the reader's eyes, short
   */
  record Blocked(String protocol, String reason) implements Verdict {}

  /**
   * The flow may pass. Final.
   *
   * @param protocol what it was taken for; {@link #UNKNOWN_PROTOCOL} when that does not matter
   */
  record Allowed(String protocol) implements Verdict {}

  /** The protocol of a flow that a classifier did not recognise, in nDPI's spelling. */
  String UNKNOWN_PROTOCOL = "Unknown";

  /** The one {@link Undecided}. */
  static Verdict undecided() {
    return Undecided.INSTANCE;
  }

  /** True when the harness stops asking: blocked, allowed, or a settled identification. */
  default boolean isFinal() {
    return this instanceof Blocked
        || this instanceof Allowed
        || (this instanceof Identified identified && identified.settled());
  }
}

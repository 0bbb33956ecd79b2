package org.dreyfus.exchange.replicate;

/**
 * How much to write, at least. Sessions are told to their end.
 *
 * @param number at least 1
 */
public record ReplicaAmount(long number, Unit unit) {

  /** What is counted. */
  public enum Unit {
    /** Copies of every session. */
    COPIES,
    PACKETS,
    /** Of the captures as pcap, record headers included. */
    BYTES
  }

  public ReplicaAmount {
    if (number < 1) {
      throw new IllegalArgumentException("at least 1 is needed, not " + number);
    }
  }
}

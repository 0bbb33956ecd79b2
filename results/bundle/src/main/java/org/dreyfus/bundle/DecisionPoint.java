package org.dreyfus.bundle;

/**
 * How it is known at which packet a classifier decided. EVIDENCE, Units: decision point. Only a
 * known decision point says what had passed before a block.
 */
public enum DecisionPoint {
  /** The classifier was called with each packet and answered before the next one was read. */
  IN_PROCESS,
  /**
   * The classifier read a stream: the decision point is the last packet delivered before its line
   * arrived, which is late by what it had not read yet.
   */
  STREAM,
  /** The classifier read a stream in batches, each answered before the next was sent. */
  LOCKSTEP,
  /**
   * Inferred from what came out of a device: a packet was sent when the one before it had come out
   * or its time was up, and the flow was blocked at the first one that never did.
   */
  WIRE;

  /** Whether what passed before a block is certain, to a packet or to a batch. */
  public boolean certifiesLeakage() {
    return this != STREAM;
  }
}

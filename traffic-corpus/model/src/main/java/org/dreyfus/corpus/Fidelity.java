package org.dreyfus.corpus;

/** How close a re-enacted session comes to the real network. */
public enum Fidelity {
  /** Byte-exact; an independent dissector agrees. */
  A,
  /** Framing and message flow. */
  B,
  /** Shape only: sizes, timing, randomness. Never enters headline rates. */
  C
}

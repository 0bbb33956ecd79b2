package org.dreyfus.corpus;

/** What a flow does in its session. */
public enum Role {
  /** Carries the work. */
  CONTENT,
  /** Tracker, DHT, signalling: serves the transfer, carries nothing of the work. */
  CONTROL,
  /** Neither. */
  BACKGROUND,
  /** Hostile traffic. Reported apart; neither error. */
  ATTACK
}

package org.dreyfus.corpus;

/** How a session came to be. Scorecards never mix origins silently. */
public enum Origin {
  /** Real client programs. */
  RECORDED,
  /** The network's protocol, spoken by our own peers over real sockets. */
  REENACTED,
  /** A copy of another session with new addresses and times. */
  REPLICATED,
  /** Brought in from elsewhere. */
  IMPORTED
}

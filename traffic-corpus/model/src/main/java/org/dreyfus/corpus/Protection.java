package org.dreyfus.corpus;

/** How the content is shielded from an observer on the wire. */
public enum Protection {
  PLAIN,
  /** By the protocol itself: TLS, SSH, IPsec, QUIC. */
  ENCRYPTED,
  /** Made to look like nothing: BitTorrent MSE/PE, eD2k obfuscation. */
  OBFUSCATED,
  /** Carried inside another protocol. */
  TUNNELLED,
  /** The source of an imported session does not say. No other session may leave it open. */
  UNSTATED
}

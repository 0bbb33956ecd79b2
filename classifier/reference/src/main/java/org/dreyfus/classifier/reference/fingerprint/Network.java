package org.dreyfus.classifier.reference.fingerprint;

/** Peer-to-peer networks that have fingerprints here, spelt as nDPI or IANA spell the protocol. */
public enum Network {
  BITTORRENT("BitTorrent"),
  EDONKEY("eDonkey"),
  GNUTELLA("Gnutella"),
  DIRECT_CONNECT("DirectConnect"),
  FASTTRACK("FastTrack"),
  NAPSTER("Napster"),
  SOULSEEK("Soulseek");

  private final String protocol;

  Network(String protocol) {
    this.protocol = protocol;
  }

  /** The protocol's name. */
  public String protocol() {
    return protocol;
  }
}

package org.dreyfus.classifier.reference.clouseau;

/** Peer-to-peer networks that the box has fingerprints of, spelt as nDPI spells their protocols. */
enum Network {
  BITTORRENT("BitTorrent"),
  EDONKEY("eDonkey"),
  GNUTELLA("Gnutella"),
  DIRECT_CONNECT("DirectConnect"),
  FASTTRACK("Kazaa");

  private final String protocol;

  Network(String protocol) {
    this.protocol = protocol;
  }

  String protocol() {
    return protocol;
  }
}

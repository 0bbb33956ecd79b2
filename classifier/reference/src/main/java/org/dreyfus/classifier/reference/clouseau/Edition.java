package org.dreyfus.classifier.reference.clouseau;

/** Which of the vendor's two stories is told. */
enum Edition {
  /**
   * Written testimony: "detects and prohibits illegal P2P traffic while allowing the passage of
   * legal P2P such as BitTorrent". BitTorrent passes unless it belongs to a listed network. As that
   * can only be read in the clear, what cannot be read passes.
   */
  TESTIMONY(false),
  /** White paper: BitTorrent is illegal and was blocked every time in the vendor's tests. */
  WHITE_PAPER(true);

  private final boolean blocksAllBitTorrent;

  Edition(boolean blocksAllBitTorrent) {
    this.blocksAllBitTorrent = blocksAllBitTorrent;
  }

  boolean blocksAllBitTorrent() {
    return blocksAllBitTorrent;
  }
}

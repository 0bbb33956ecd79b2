package org.dreyfus.classifier.reference.clouseau;

/** Which of the vendor's two stories is told. */
enum Edition {
  /**
   * Written testimony: "detects and prohibits illegal P2P traffic while allowing the passage of
   * legal P2P such as BitTorrent". BitTorrent passes unless it belongs to a listed network. As that
   * can only be read in the clear, what cannot be read passes.
   */
  TESTIMONY(false, false),
  /**
   * White paper: BitTorrent is illegal and was blocked every time in the vendor's tests; and the
   * press release before it: the product "sees through all multi-layered encryptions". Flow
   * patterns are its way to do so: a connection that looks like noise in both directions is taken
   * for encrypted file sharing.
   */
  WHITE_PAPER(true, true);

  private final boolean blocksAllBitTorrent;
  private final boolean readsFlowPatterns;

  Edition(boolean blocksAllBitTorrent, boolean readsFlowPatterns) {
    this.blocksAllBitTorrent = blocksAllBitTorrent;
    this.readsFlowPatterns = readsFlowPatterns;
  }

  boolean blocksAllBitTorrent() {
    return blocksAllBitTorrent;
  }

  boolean readsFlowPatterns() {
    return readsFlowPatterns;
  }
}

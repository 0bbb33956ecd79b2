package org.dreyfus.classifier.reference.fingerprint;

/**
 * BitTorrent's peer handshake: the length 19, "BitTorrent protocol", eight reserved bytes, the
 * torrent's info-hash. BEP 3, "peer protocol".
 */
final class BitTorrentHandshake implements StreamFingerprint {

  static final String OPENING = "\u0013BitTorrent protocol";

  private static final int INFO_HASH_AT = 28;
  private static final int INFO_HASH_END = 48;

  @Override
  public Sighting look(Bytes opening) {
    return look(opening, 0);
  }

  /** Looks at what may be a handshake from {@code start} on. */
  static Sighting look(Bytes bytes, int start) {
    if (start == 0 && !bytes.fits(OPENING)) {
      return Sighting.NO;
    }
    return bytes.length() < start + INFO_HASH_END
        ? Sighting.NEEDS_MORE
        : Sighting.torrent(bytes.hex(start + INFO_HASH_AT, start + INFO_HASH_END));
  }
}

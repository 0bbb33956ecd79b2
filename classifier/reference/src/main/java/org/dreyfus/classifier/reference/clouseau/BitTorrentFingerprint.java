package org.dreyfus.classifier.reference.clouseau;

import java.util.Optional;

/**
 * BitTorrent: the peer handshake (BEP 3), the handshake inside uTP (BEP 29), DHT messages (BEP 5)
 * and the UDP tracker protocol (BEP 15).
 */
final class BitTorrentFingerprint implements Fingerprint {

  private static final String HANDSHAKE = "\u0013BitTorrent protocol";
  private static final int INFO_HASH_AT = 28;
  private static final int INFO_HASH_END = 48;
  private static final long TRACKER_MAGIC_HIGH = 0x417;
  private static final long TRACKER_MAGIC_LOW = 0x27101980L;
  private static final int UTP_HEADER_BYTES = 20;

  @Override
  public Sighting inStream(Bytes first) {
    if (!first.fits(HANDSHAKE)) {
      return Sighting.NO;
    }
    return first.length() < INFO_HASH_END
        ? Sighting.NEEDS_MORE
        : torrent(first.hex(INFO_HASH_AT, INFO_HASH_END));
  }

  @Override
  public Sighting inDatagram(Bytes datagram) {
    if (isTrackerConnect(datagram) || isDht(datagram)) {
      return Sighting.marker(Network.BITTORRENT);
    }
    return isUtp(datagram) ? insideUtp(datagram) : Sighting.NO;
  }

  private static Sighting torrent(String infoHash) {
    return new Sighting.Marker(Network.BITTORRENT, Optional.of(infoHash));
  }

  private static boolean isTrackerConnect(Bytes datagram) {
    return datagram.length() == 16
        && datagram.bigEndian32(0) == TRACKER_MAGIC_HIGH
        && datagram.bigEndian32(4) == TRACKER_MAGIC_LOW;
  }

  /** A bencoded dictionary whose first keys are those of KRPC. */
  private static boolean isDht(Bytes datagram) {
    return datagram.startsWith("d1:ad2:id20:")
        || datagram.startsWith("d1:rd2:id20:")
        || datagram.startsWith("d1:eli");
  }

  /** Version 1, one of five types, a known first extension. */
  private static boolean isUtp(Bytes datagram) {
    return datagram.length() >= UTP_HEADER_BYTES
        && (datagram.at(0) & 0x0f) == 1
        && datagram.at(0) >>> 4 <= 4
        && datagram.at(1) <= 2;
  }

  /** uTP is one packet's guess; the handshake inside makes it sure. */
  private static Sighting insideUtp(Bytes datagram) {
    int at = datagram.text().indexOf(HANDSHAKE);
    if (at >= UTP_HEADER_BYTES && at + INFO_HASH_END <= datagram.length()) {
      return torrent(datagram.hex(at + INFO_HASH_AT, at + INFO_HASH_END));
    }
    return Sighting.NEEDS_MORE;
  }
}

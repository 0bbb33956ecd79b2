package org.dreyfus.classifier.reference.fingerprint;

import org.dreyfus.classifier.Direction;

/**
 * The UDP tracker protocol, BEP 15: a connect request with a fixed number in front, then announces
 * and scrapes that name torrents.
 */
final class UdpTracker implements DatagramFingerprint {

  private static final int CONNECT_BYTES = 16;
  private static final long MAGIC_HIGH = 0x417;
  private static final long MAGIC_LOW = 0x27101980L;
  private static final int ACTION_AT = 8;
  private static final int INFO_HASH_AT = 16;
  private static final int INFO_HASH_END = 36;
  private static final int ANNOUNCE_BYTES = 98;
  private static final long CONNECT = 0;
  private static final long ANNOUNCE = 1;
  private static final long SCRAPE = 2;

  private boolean connecting;

  @Override
  public Sighting look(Direction direction, Bytes datagram) {
    if (isConnect(datagram)) {
      connecting = true;
      return new Sighting.Greeting(Network.BITTORRENT);
    }
    return connecting && namesTorrent(datagram)
        ? Sighting.torrent(datagram.hex(INFO_HASH_AT, INFO_HASH_END))
        : Sighting.NO;
  }

  private static boolean isConnect(Bytes datagram) {
    return datagram.length() == CONNECT_BYTES
        && datagram.bigEndian32(0) == MAGIC_HIGH
        && datagram.bigEndian32(4) == MAGIC_LOW
        && datagram.bigEndian32(ACTION_AT) == CONNECT;
  }

  private static boolean namesTorrent(Bytes datagram) {
    if (datagram.length() < INFO_HASH_END) {
      return false;
    }
    long action = datagram.bigEndian32(ACTION_AT);
    return (action == ANNOUNCE && datagram.length() >= ANNOUNCE_BYTES) || action == SCRAPE;
  }
}

package org.dreyfus.classifier.reference.fingerprint;

import java.util.regex.Pattern;
import org.dreyfus.classifier.Direction;

/**
 * BitTorrent's distributed hash table: KRPC, a bencoded dictionary a datagram. BEP 5; the {@code
 * ip} entry in front of answers is BEP 42's. Queries for peers and announces name a torrent.
 */
final class Dht implements DatagramFingerprint {

  private static final Pattern OPENING =
      Pattern.compile("^d(?:2:ip\\d{1,2}:.{6,18})?(?:1:[ar]d2:id20:|1:eli\\d{3}e)", Pattern.DOTALL);
  private static final String INFO_HASH = "9:info_hash20:";
  private static final int INFO_HASH_BYTES = 20;

  @Override
  public Sighting look(Direction direction, Bytes datagram) {
    if (datagram.at(0) != 'd' || datagram.at(datagram.length() - 1) != 'e') {
      return Sighting.NO;
    }
    String text = datagram.text();
    if (!OPENING.matcher(text).find()) {
      return Sighting.NO;
    }
    int at = text.indexOf(INFO_HASH);
    int start = at + INFO_HASH.length();
    return at >= 0 && start + INFO_HASH_BYTES <= datagram.length()
        ? Sighting.torrent(datagram.hex(start, start + INFO_HASH_BYTES))
        : Sighting.marker(Network.BITTORRENT);
  }
}

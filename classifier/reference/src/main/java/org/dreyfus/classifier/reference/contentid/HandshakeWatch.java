package org.dreyfus.classifier.reference.contentid;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dreyfus.classifier.reference.fingerprint.Bytes;
import org.dreyfus.classifier.reference.fingerprint.Fingerprints;
import org.dreyfus.classifier.reference.fingerprint.Sighting;
import org.dreyfus.classifier.reference.stream.ByteSink;

/**
 * Looks for BitTorrent's peer handshake anywhere in a stream: within a proxy connection it comes
 * after the proxy's own greeting.
 */
final class HandshakeWatch implements ByteSink {

  /** Length 19 and "Bit": the first bytes of BEP 3's handshake. */
  private static final int FIRST_FOUR = 0x13426974;

  private static final int HANDSHAKE_BYTES = 48;

  private final Registered registered;
  private final Sightings sightings;
  private final List<Byte> gathered = new ArrayList<>();
  private int lastFour;

  HandshakeWatch(Registered registered, Sightings sightings) {
    this.registered = registered;
    this.sightings = sightings;
  }

  @Override
  public void accept(byte[] data, int from, int length) {
    for (int at = from; at < from + length; at++) {
      lastFour = lastFour << 8 | (data[at] & 0xff);
      if (lastFour == FIRST_FOUR) {
        gathered.clear();
        for (int shift = 24; shift >= 0; shift -= 8) {
          gathered.add((byte) (FIRST_FOUR >>> shift));
        }
      } else if (!gathered.isEmpty()) {
        gather(data[at]);
      }
    }
  }

  private void gather(byte next) {
    gathered.add(next);
    if (gathered.size() == HANDSHAKE_BYTES) {
      byte[] handshake = new byte[HANDSHAKE_BYTES];
      for (int i = 0; i < HANDSHAKE_BYTES; i++) {
        handshake[i] = gathered.get(i);
      }
      gathered.clear();
      Sighting sighting = Fingerprints.ofHandshake(new Bytes(handshake, HANDSHAKE_BYTES));
      if (torrent(sighting).filter(registered::isInfoHash).isPresent()) {
        sightings.torrent();
      }
    }
  }

  static Optional<String> torrent(Sighting sighting) {
    return sighting instanceof Sighting.Marker marker ? marker.torrent() : Optional.empty();
  }
}

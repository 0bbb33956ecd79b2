package org.dreyfus.classifier.reference.clouseau;

import java.util.List;
import org.dreyfus.classifier.Direction;
import org.dreyfus.classifier.reference.fingerprint.Bytes;
import org.dreyfus.classifier.reference.fingerprint.DatagramFingerprint;
import org.dreyfus.classifier.reference.fingerprint.Fingerprints;
import org.dreyfus.classifier.reference.fingerprint.Sighting;

/** What the box remembers of one UDP flow: what its fingerprints do. */
final class Datagrams {

  private final List<DatagramFingerprint> fingerprints = Fingerprints.ofDatagrams();
  private boolean lawfulBitTorrent;

  Sighting add(Direction direction, Bytes datagram) {
    Sighting strongest = Sighting.NO;
    for (DatagramFingerprint fingerprint : fingerprints) {
      strongest = Fingerprints.stronger(strongest, fingerprint.look(direction, datagram));
    }
    return strongest;
  }

  /** BitTorrent of no listed network was seen. */
  void sawLawfulBitTorrent() {
    lawfulBitTorrent = true;
  }

  boolean hasLawfulBitTorrent() {
    return lawfulBitTorrent;
  }
}

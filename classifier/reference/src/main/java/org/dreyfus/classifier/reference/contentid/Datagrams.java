package org.dreyfus.classifier.reference.contentid;

import java.util.List;
import java.util.Optional;
import org.dreyfus.classifier.Direction;
import org.dreyfus.classifier.Verdict;
import org.dreyfus.classifier.reference.fingerprint.Bytes;
import org.dreyfus.classifier.reference.fingerprint.DatagramFingerprint;
import org.dreyfus.classifier.reference.fingerprint.Fingerprints;
import org.dreyfus.classifier.reference.stream.EdonkeyMessage;

/** One UDP flow: trackers, DHT and uTP name torrents, eDonkey and Kad name files. */
final class Datagrams {

  private final Registered registered;
  private final Sightings sightings = new Sightings();
  private final List<DatagramFingerprint> torrents = Fingerprints.ofTorrentDatagrams();

  Datagrams(Registered registered) {
    this.registered = registered;
  }

  /** Takes a datagram; the verdict when it names a registered work. */
  Optional<Verdict> add(Direction direction, byte[] payload) {
    Bytes bytes = new Bytes(payload, payload.length);
    for (DatagramFingerprint fingerprint : torrents) {
      HandshakeWatch.torrent(fingerprint.look(direction, bytes))
          .filter(registered::isInfoHash)
          .ifPresent(torrent -> sightings.torrent());
    }
    EdonkeyMessage.ofDatagram(payload)
        .filter(message -> registered.ed2kHashes().isIn(message.body()))
        .ifPresent(message -> sightings.edonkey());
    return sightings.verdict();
  }
}

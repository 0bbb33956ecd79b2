package org.dreyfus.classifier.reference.clouseau;

import java.util.Optional;

/** What a fingerprint makes of the bytes that one direction of a flow has sent so far. */
sealed interface Sighting {

  /** Not this network, whatever comes. */
  record No() implements Sighting {}

  /** What came so far fits; more must come before it is sure. */
  record NeedsMore() implements Sighting {}

  /**
   * A marker of this network.
   *
   * @param network that it is
   * @param torrent info-hash in lower-case hex, when the bytes name one
   */
  record Marker(Network network, Optional<String> torrent) implements Sighting {}

  Sighting NO = new No();
  Sighting NEEDS_MORE = new NeedsMore();

  static Sighting marker(Network network) {
    return new Marker(network, Optional.empty());
  }
}

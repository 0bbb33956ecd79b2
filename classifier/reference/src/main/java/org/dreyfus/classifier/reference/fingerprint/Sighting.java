package org.dreyfus.classifier.reference.fingerprint;

import java.util.Optional;

/** What a fingerprint makes of the bytes that it was shown so far. */
public sealed interface Sighting {

  /** Not this network. */
  record No() implements Sighting {}

  /** What came so far fits; more must come before it is sure. */
  record NeedsMore() implements Sighting {}

  /**
   * This network, at the beginning of an exchange that has yet to name what it is about.
   *
   * @param network that it is
   */
  record Greeting(Network network) implements Sighting {}

  /**
   * A marker of this network.
   *
   * @param network that it is
   * @param torrent info-hash in lower-case hex, when the bytes name one
   */
  record Marker(Network network, Optional<String> torrent) implements Sighting {}

  /** The one {@link No}. */
  Sighting NO = new No();

  /** The one {@link NeedsMore}. */
  Sighting NEEDS_MORE = new NeedsMore();

  /** A marker that names no torrent. */
  static Sighting marker(Network network) {
    return new Marker(network, Optional.empty());
  }

  /** A marker of a torrent. */
  static Sighting torrent(String infoHash) {
    return new Marker(Network.BITTORRENT, Optional.of(infoHash));
  }
}

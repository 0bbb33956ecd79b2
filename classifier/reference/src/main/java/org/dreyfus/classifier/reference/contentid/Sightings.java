package org.dreyfus.classifier.reference.contentid;

import java.util.Optional;
import org.dreyfus.classifier.Verdict;
import org.dreyfus.classifier.reference.fingerprint.Network;

/** What was found in one flow; the first find stands. */
final class Sightings {

  private static final Verdict TORRENT =
      new Verdict.Blocked(Network.BITTORRENT.protocol(), "registered info-hash");
  private static final Verdict EDONKEY =
      new Verdict.Blocked(Network.EDONKEY.protocol(), "registered eD2k hash");
  private static final Verdict FILE =
      new Verdict.Blocked(Verdict.UNKNOWN_PROTOCOL, "digest of a registered work");

  private Optional<Verdict> found = Optional.empty();

  void torrent() {
    found = found.or(() -> Optional.of(TORRENT));
  }

  void edonkey() {
    found = found.or(() -> Optional.of(EDONKEY));
  }

  void file() {
    found = found.or(() -> Optional.of(FILE));
  }

  Optional<Verdict> verdict() {
    return found;
  }
}

package org.dreyfus.classifier.reference.fingerprint;

import java.util.List;

/** Fixed words at the beginning of a stream. */
record Openings(Network network, List<String> words) {

  Sighting look(Bytes opening) {
    boolean possible = false;
    for (String word : words) {
      if (opening.startsWith(word)) {
        return Sighting.marker(network);
      }
      possible |= opening.fits(word);
    }
    return possible ? Sighting.NEEDS_MORE : Sighting.NO;
  }
}

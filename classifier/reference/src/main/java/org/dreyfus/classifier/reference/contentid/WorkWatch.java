package org.dreyfus.classifier.reference.contentid;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.dreyfus.classifier.reference.stream.ByteSink;

/**
 * Looks for a registered work in one stretch of bytes: from its first byte on, and wherever the
 * first four bytes of a registered kind of file come. Sixteen beginnings are followed at once;
 * those that come while sixteen are open are missed.
 */
final class WorkWatch implements ByteSink {

  private static final int MOST_CANDIDATES = 16;

  private final Registered registered;
  private final Sightings sightings;
  private final List<Candidate> candidates = new ArrayList<>();
  private long seen;
  private int lastFour;

  WorkWatch(Registered registered, Sightings sightings) {
    this.registered = registered;
    this.sightings = sightings;
    candidates.add(new Candidate(registered, registered.sizes()));
  }

  @Override
  public void accept(byte[] data, int from, int length) {
    for (Candidate candidate : candidates) {
      follow(candidate, data, from, length);
    }
    candidates.removeIf(Candidate::isOver);
    for (int at = from; at < from + length; at++) {
      lastFour = lastFour << 8 | (data[at] & 0xff);
      seen++;
      if (seen > Opening.BYTES && Opening.isOne(lastFour)) {
        begin(data, at + 1, from + length - at - 1);
      }
    }
  }

  /** A work may have begun with the last four bytes; the stretch's own first four are followed. */
  private void begin(byte[] data, int from, int length) {
    Opening.of(lastFour)
        .map(registered::sizes)
        .filter(sizes -> sizes.length > 0 && candidates.size() < MOST_CANDIDATES)
        .ifPresent(
            sizes -> {
              Candidate candidate = new Candidate(registered, sizes);
              byte[] first = ByteBuffer.allocate(Opening.BYTES).putInt(lastFour).array();
              follow(candidate, first, 0, first.length);
              follow(candidate, data, from, length);
              if (!candidate.isOver()) {
                candidates.add(candidate);
              }
            });
  }

  private void follow(Candidate candidate, byte[] data, int from, int length) {
    if (candidate.add(data, from, length)) {
      sightings.file();
    }
  }
}

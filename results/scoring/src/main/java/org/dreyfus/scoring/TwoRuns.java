package org.dreyfus.scoring;

import java.util.Iterator;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Reads two runs over the same sessions side by side. */
final class TwoRuns {

  private TwoRuns() {}

  /**
   * @param both hears every session, as both runs saw it
   * @throws IllegalArgumentException when the runs are not over the same sessions
   */
  static void read(
      Evidence first, Evidence second, BiConsumer<SessionEvidence, SessionEvidence> both) {
    try (Stream<SessionEvidence> one = first.bySession();
        Stream<SessionEvidence> other = second.bySession()) {
      Iterator<SessionEvidence> ones = one.iterator();
      Iterator<SessionEvidence> others = other.iterator();
      while (ones.hasNext() && others.hasNext()) {
        meet(ones.next(), others.next(), both);
      }
      if (ones.hasNext() || others.hasNext()) {
        throw new IllegalArgumentException("the runs saw different sessions");
      }
    }
  }

  private static void meet(
      SessionEvidence one,
      SessionEvidence other,
      BiConsumer<SessionEvidence, SessionEvidence> both) {
    if (!one.session().id().equals(other.session().id())) {
      throw new IllegalArgumentException(
          "sessions '%s' and '%s' stand beside each other"
              .formatted(one.session().id(), other.session().id()));
    }
    both.accept(one, other);
  }
}

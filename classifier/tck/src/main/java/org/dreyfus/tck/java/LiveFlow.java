package org.dreyfus.tck.java;

import java.util.Optional;
import org.dreyfus.classifier.Verdict;

/** What is kept of one flow while it lives. */
final class LiveFlow {

  final long id;
  final int slot;
  Verdict verdict = Verdict.undecided();
  Optional<Object> attachment = Optional.empty();

  LiveFlow(long id, int slot) {
    this.id = id;
    this.slot = slot;
  }
}

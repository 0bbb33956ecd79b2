package org.dreyfus.scoring;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.dreyfus.scoring.inline.InlineEvidence;

/**
 * What holds for a run as a whole.
 *
 * @param corpus what was run against
 * @param blindingKeys how many keys were compared, of a device on the wire: how many replays with
 *     fresh addresses; a witness needs three
 * @param feeds what the classifier was told in advance, by name: {@code "NETWORK"}
 * @param inline what was seen on the wire, when a device was run and not a classifier
 */
public record RunFacts(
    CorpusFacts corpus, int blindingKeys, Set<String> feeds, Optional<InlineEvidence> inline) {

  public RunFacts {
    feeds = Collections.unmodifiableSet(new TreeSet<>(feeds));
  }
}

package org.dreyfus.scoring;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How well a classifier names one protocol, flow by flow: precision and recall (C. J. van
 * Rijsbergen, "Information Retrieval", 2nd ed., 1979, chapter 7). Flows of an attack are left out,
 * as are sessions that only have the shape of a network. A flow counts for one name: that of its
 * label when the classifier's name can mean it, otherwise the first reading that the vocabulary
 * knows, otherwise the name as the classifier spells it.
 *
 * @param protocol as labels spell it; as the classifier does when no label's protocol is meant
 * @param clusters in which flows of it occur
 * @param flows of it
 * @param named flows that the classifier took for it
 * @param right of these, flows of it
 * @param precisionInterval approximate, of right among named
 * @param recallInterval approximate, of right among flows
 */
public record ProtocolScore(
    String protocol,
    int clusters,
    long flows,
    long named,
    long right,
    Optional<Bootstrap> precisionInterval,
    Optional<Bootstrap> recallInterval) {

  /** Share of the flows it was said of that are of it, 0 to 1; empty when it was never said. */
  public OptionalDouble precision() {
    return named == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) right / named);
  }

  /** Share of its flows that were recognised, 0 to 1; empty when there are none. */
  public OptionalDouble recall() {
    return flows == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) right / flows);
  }
}

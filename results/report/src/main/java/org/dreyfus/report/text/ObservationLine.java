package org.dreyfus.report.text;

import java.util.stream.Stream;
import org.dreyfus.bundle.Bundle;
import org.dreyfus.corpus.Session;
import org.dreyfus.scoring.FlowRef;
import org.dreyfus.scoring.Observation;
import org.dreyfus.scoring.SessionEvidence;

/**
 * What stands in one line of a table of observations.
 *
 * @param classifier id
 * @param session that the flow belongs to
 * @param flow what was seen of it
 * @param stable whether it came out the same under all keys that were compared
 */
public record ObservationLine(
    String classifier, Session session, Observation flow, boolean stable) {

  /**
   * All lines, in the order of the bundle. To be closed: they are read as they are asked for.
   *
   * @throws java.io.UncheckedIOException from the stream, when what is stored cannot be read
   */
  public static Stream<ObservationLine> of(Bundle bundle) {
    String classifier = bundle.manifest().classifier().id();
    return bundle.evidence().bySession().flatMap(session -> lines(classifier, session));
  }

  private static Stream<ObservationLine> lines(String classifier, SessionEvidence its) {
    return its.observations().stream()
        .map(
            flow ->
                new ObservationLine(
                    classifier,
                    its.session(),
                    flow,
                    !its.unstable().contains(new FlowRef(flow.session(), flow.flow()))));
  }
}

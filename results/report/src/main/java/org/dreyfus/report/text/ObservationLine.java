package org.dreyfus.report.text;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.dreyfus.bundle.Bundle;
import org.dreyfus.corpus.Session;
import org.dreyfus.scoring.FlowRef;
import org.dreyfus.scoring.Observation;

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
   * All lines, in the order of the bundle.
   *
   * @throws IllegalArgumentException when a flow's session is not in the bundle
   */
  public static Stream<ObservationLine> of(Bundle bundle) {
    Map<String, Session> sessions = new HashMap<>();
    bundle.evidence().sessions().forEach(session -> sessions.put(session.id(), session));
    return bundle.evidence().observations().stream()
        .map(
            flow ->
                new ObservationLine(
                    bundle.manifest().classifier().id(),
                    session(sessions, flow.session()),
                    flow,
                    !bundle
                        .evidence()
                        .unstable()
                        .contains(new FlowRef(flow.session(), flow.flow()))));
  }

  private static Session session(Map<String, Session> sessions, String id) {
    Session session = sessions.get(id);
    if (session == null) {
      throw new IllegalArgumentException("no session '" + id + "' in the bundle");
    }
    return session;
  }
}

package org.dreyfus.engine;

import java.util.List;
import org.dreyfus.corpus.Session;

/** Session facts as scoring needs them. */
final class Sessions {

  private Sessions() {}

  static Session withoutMentions(Session session) {
    return new Session(
        session.schemaVersion(),
        session.id(),
        session.scenario(),
        session.story(),
        session.cluster(),
        session.origin(),
        session.fidelity(),
        session.pair(),
        session.hosts(),
        session.programs(),
        session.coins(),
        session.capture(),
        session.startNanos(),
        session.durationNanos(),
        List.of(),
        session.rekeying(),
        session.checks());
  }
}

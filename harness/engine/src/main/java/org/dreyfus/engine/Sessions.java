package org.dreyfus.engine;

import java.util.List;
import org.dreyfus.corpus.Session;

/** Session facts as scoring needs them. */
public final class Sessions {

  private Sessions() {}

  /** The session without its notes of where addresses stand. */
  public static Session withoutMentions(Session session) {
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

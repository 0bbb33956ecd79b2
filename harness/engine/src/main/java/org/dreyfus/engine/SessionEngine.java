package org.dreyfus.engine;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.dreyfus.corpus.Session;

/** Evaluates the sessions of a run: on the threads of this process, or on other machines. */
public interface SessionEngine {

  /**
   * Evaluates every session once and keeps each result in the assignment's journal. The results do
   * not depend on the engine.
   *
   * @param sessions that are to be done, in the order of the run
   * @param finished hears each result when it is kept, in any order, on the calling thread only
   * @throws EngineException when a classifier cannot start or a session is damaged
   * @throws IOException when the corpus cannot be read, the journal not written, or the run was
   *     interrupted; what is kept by then stays
   */
  void evaluate(Assignment assignment, List<Session> sessions, Consumer<SessionResult> finished)
      throws IOException;
}

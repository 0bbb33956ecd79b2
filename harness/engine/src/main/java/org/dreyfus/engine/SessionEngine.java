package org.dreyfus.engine;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** Evaluates and gathers the sessions of a run: on the threads of this process, or elsewhere. */
public interface SessionEngine {

  /**
   * Evaluates every session once and keeps each result in the assignment's journal. The results do
   * not depend on the engine.
   *
   * @param sessions ids of those that are to be done, in the order of the run
   * @param finished hears of each when its result is kept, in any order, on the calling thread only
   * @throws EngineException when a classifier cannot start or a session is damaged
   * @throws IOException when the corpus cannot be read, the journal not written, or the run was
   *     interrupted; what is kept by then stays
   */
  void evaluate(Assignment assignment, List<String> sessions, Consumer<String> finished)
      throws IOException;

  /**
   * Gathers what the journal holds of all sessions, chunk by chunk. The results do not depend on
   * the engine.
   *
   * @param sink takes the chunks in the order of their numbers, each once, on the calling thread
   * @throws IOException when the journal or the corpus cannot be read, or parts not be written
   */
  void gather(Assignment assignment, Gathering gathering, ChunkSink sink) throws IOException;

  /** Deletes a journal: the results are safe. */
  default void forget(Journal journal) throws IOException {
    journal.delete();
  }
}

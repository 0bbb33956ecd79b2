package org.dreyfus.engine;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** Sessions side by side on the threads of this process. */
final class ThreadEngine implements SessionEngine {

  /** Sessions differ in size: others go on while a large one is waited for. */
  private static final int SESSIONS_AHEAD_A_THREAD = 64;

  private static final int CHUNKS_AHEAD_A_THREAD = 2;

  @Override
  public void evaluate(Assignment assignment, List<String> sessions, Consumer<String> finished)
      throws IOException {
    int threads = assignment.evaluation().threads();
    try (Workshop workshop = Workshop.open(assignment.evaluation(), assignment.treatment())) {
      new OrderedWork(threads, threads * SESSIONS_AHEAD_A_THREAD)
          .run(sessions, id -> evaluate(id, workshop, assignment), finished::accept);
    }
  }

  private static String evaluate(String id, Workshop workshop, Assignment assignment)
      throws IOException {
    assignment
        .journal()
        .write(workshop.evaluate(assignment.evaluation().corpus().session(id).orElseThrow()));
    return id;
  }

  @Override
  public void gather(Assignment assignment, Gathering gathering, ChunkSink sink)
      throws IOException {
    int threads = assignment.evaluation().threads();
    Gatherer gatherer =
        new Gatherer(assignment.evaluation().corpus(), assignment.journal(), gathering);
    new OrderedWork(threads, threads * CHUNKS_AHEAD_A_THREAD)
        .run(Chunk.of(assignment.evaluation().corpus()), gatherer::gather, sink::take);
  }
}

package org.dreyfus.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.dreyfus.corpus.Session;

/** Sessions side by side on the threads of this process. */
final class ThreadEngine implements SessionEngine {

  @Override
  public void evaluate(
      Assignment assignment, List<Session> sessions, Consumer<SessionResult> finished)
      throws IOException {
    ExecutorService pool = Executors.newFixedThreadPool(assignment.evaluation().threads());
    try (Workshop workshop = Workshop.open(assignment.evaluation(), assignment.treatment())) {
      List<Future<SessionResult>> pending = new ArrayList<>();
      for (Session session : sessions) {
        pending.add(pool.submit(() -> evaluate(session, workshop, assignment.journal())));
      }
      for (Future<SessionResult> future : pending) {
        finished.accept(await(future));
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static SessionResult evaluate(Session session, Workshop workshop, Journal journal)
      throws IOException {
    SessionResult result = workshop.evaluate(session);
    journal.write(result);
    return result;
  }

  private static SessionResult await(Future<SessionResult> future) throws IOException {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the run was interrupted; the same command goes on from here", e);
    } catch (ExecutionException e) {
      Throwable cause = Optional.ofNullable(e.getCause()).orElse(e);
      if (cause instanceof IOException io) {
        throw io;
      } else if (cause instanceof UncheckedIOException unchecked) {
        throw new IOException(unchecked.getMessage(), unchecked);
      }
      throw EngineException.unwrap(cause);
    }
  }
}

package org.dreyfus.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.Session;

/** Evaluates sessions one by one, for any number of threads. One serves a whole run. */
public final class Workshop implements AutoCloseable {

  private final Watchdog watchdog;
  private final SessionEvaluator evaluator;

  private Workshop(Watchdog watchdog, SessionEvaluator evaluator) {
    this.watchdog = watchdog;
    this.evaluator = evaluator;
  }

  /**
   * Walks once through all sessions, draws the keys and reads the feeds of a run.
   *
   * @param treatment of a run that is a single pass over treated traffic
   * @throws IOException when the corpus cannot be read
   */
  public static Workshop open(Evaluation evaluation, Optional<Treatment> treatment)
      throws IOException {
    return open(evaluation, treatment, services(evaluation.corpus()));
  }

  /**
   * What {@link #open(Evaluation, Optional)} gathers on its walk, for whoever does it once for many
   * machines.
   *
   * @throws IOException when a session cannot be read
   */
  public static Services services(Corpus corpus) throws IOException {
    try {
      return Services.of(corpus);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /**
   * Draws the keys and reads the feeds of a run, without a walk.
   *
   * @param services of the same evaluation and treatment
   * @throws IOException when the corpus cannot be read
   */
  public static Workshop open(
      Evaluation evaluation, Optional<Treatment> treatment, Services services) throws IOException {
    return open(evaluation, Passes.of(evaluation, treatment, services));
  }

  static Workshop open(Evaluation evaluation, List<Blinding> passes) throws IOException {
    Watchdog watchdog = new Watchdog();
    return new Workshop(
        watchdog,
        new SessionEvaluator(
            evaluation, passes, RegisteredWorks.feed(evaluation.corpus()), watchdog));
  }

  /**
   * Runs one session under all keys, and joins labels to what came out.
   *
   * @throws EngineException when a classifier cannot start or the session is damaged
   * @throws IOException when the session cannot be read
   */
  public SessionResult evaluate(Session session) throws IOException {
    try {
      return evaluator.evaluate(session);
    } catch (IllegalStateException e) {
      throw EngineException.unwrap(e);
    }
  }

  @Override
  public void close() {
    watchdog.close();
  }
}

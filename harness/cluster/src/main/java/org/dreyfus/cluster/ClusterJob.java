package org.dreyfus.cluster;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import org.dreyfus.engine.EngineException;

/**
 * One job, followed until it is over.
 *
 * @param <T> of its result
 */
final class ClusterJob<T> {

  private static final int PATIENCE_SECONDS = 120;

  private final JavaSparkContext spark;
  private final JobWatch watch = new JobWatch();
  private final TreeMap<Integer, TaskEvent.Failure> failures = new TreeMap<>();

  ClusterJob(JavaSparkContext spark) {
    this.spark = spark;
  }

  /** How it went. */
  sealed interface Outcome<T> {

    /** Every task has done what it was asked. */
    record Finished<T>(T result) implements Outcome<T> {}

    /**
     * A task failed as often as one may.
     *
     * @param failures of tasks that have not been done since, by number
     * @param cause one line
     */
    record Aborted<T>(Map<Integer, TaskEvent.Failure> failures, String cause)
        implements Outcome<T> {

      /**
       * Throws what is no crash: against that an attempt elsewhere has not helped.
       *
       * @throws EngineException when a classifier or the corpus is at fault
       * @throws IOException when storage or the cluster is
       */
      void requireCrash(String master) throws IOException {
        for (TaskEvent.Failure failure : failures.values()) {
          if (failure instanceof TaskEvent.Failure.Storage) {
            throw new IOException(
                failure.words() + "; put it right there, then the same command goes on from here");
          } else if (failure instanceof TaskEvent.Failure.Refused) {
            throw EngineException.reported(false, failure.words());
          }
        }
        if (failures.isEmpty()) {
          throw new IOException(
              "%s: gave up (%s); the same command goes on from here".formatted(master, cause));
        }
      }
    }
  }

  /** Hears of tasks that have been done, each at least once. */
  interface Follower {
    void done(int task, String host) throws IOException;

    /** Throws when the job must not go on; called before anything else at each event. */
    void check();
  }

  /**
   * Starts the job and follows it.
   *
   * @throws IOException when the cluster does not answer, or this thread is interrupted
   */
  Outcome<T> run(Supplier<JavaFutureAction<T>> start, Follower follower) throws IOException {
    watch.begin(spark);
    JavaFutureAction<T> action = start.get();
    boolean over = false;
    try {
      follow(action, follower);
      Outcome<T> outcome = outcome(action);
      over = true;
      return outcome;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the run was interrupted; the same command goes on from here", e);
    } finally {
      if (!over) {
        action.cancel(true);
      }
      watch.end(spark);
    }
  }

  private void follow(JavaFutureAction<T> action, Follower follower)
      throws IOException, InterruptedException {
    int quietSeconds = 0;
    while (true) {
      Optional<TaskEvent> event = Optional.ofNullable(watch.events().poll(1, TimeUnit.SECONDS));
      if (event.isEmpty()) {
        if (action.isDone() && quietSeconds > 0) {
          return;
        }
        quietSeconds++;
        requireExecutors(quietSeconds);
        continue;
      }
      quietSeconds = 0;
      follower.check();
      if (event.get() instanceof TaskEvent.Done done) {
        failures.remove(done.task());
        follower.done(done.task(), done.host());
      } else if (event.get() instanceof TaskEvent.Failed failed) {
        failures.put(failed.task(), failed.failure());
      }
      if (event.get() instanceof TaskEvent.Over) {
        return;
      }
    }
  }

  /** Spark itself waits for ever. */
  private void requireExecutors(int quietSeconds) throws IOException {
    boolean alone = !spark.isLocal() && spark.sc().statusTracker().getExecutorInfos().length < 2;
    if (alone && quietSeconds >= PATIENCE_SECONDS) {
      throw new IOException(
          "%s: has given no executor for %d s; check that it runs, and has workers with free cores"
                  .formatted(spark.master(), PATIENCE_SECONDS)
              + " and memory (--conf spark.executor.memory=SIZE)");
    }
  }

  private Outcome<T> outcome(JavaFutureAction<T> action)
      throws InterruptedException, InterruptedIOException {
    try {
      return new Outcome.Finished<>(action.get());
    } catch (ExecutionException e) {
      String cause = String.valueOf(Optional.ofNullable(e.getCause()).orElse(e).getMessage());
      return new Outcome.Aborted<>(failures, cause.lines().findFirst().orElse("").strip());
    } catch (CancellationException e) {
      throw new InterruptedIOException("the job was cancelled in Spark's own page");
    }
  }
}

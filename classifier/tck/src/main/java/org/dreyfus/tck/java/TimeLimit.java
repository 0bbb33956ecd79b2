package org.dreyfus.tck.java;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Lets foreign code run for so long, and then leaves it to itself: it cannot be stopped. */
public final class TimeLimit {

  private TimeLimit() {}

  /**
   * Runs a task on a thread of its own.
   *
   * @return empty when it did not come to an end in time
   * @throws ExecutionException with what the task threw
   */
  public static <T> Optional<T> run(Duration limit, Callable<T> task)
      throws ExecutionException, InterruptedException {
    FutureTask<T> future = new FutureTask<>(task);
    Thread thread = new Thread(future, "conformance");
    thread.setDaemon(true);
    thread.start();
    try {
      return Optional.of(future.get(limit.toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException e) {
      thread.interrupt();
      return Optional.empty();
    }
  }
}

package org.dreyfus.engine;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs passes on daemon threads of their own, so that one which never returns can be left behind:
 * Java cannot end a thread.
 */
final class Watchdog implements AutoCloseable {

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "inspection-" + COUNT.incrementAndGet());
            thread.setDaemon(true);
            return thread;
          });

  <T> Future<T> start(Callable<T> task) {
    return threads.submit(task);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}

package org.dreyfus.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Does several pieces of work at once; what comes out is as if it had been one after another. */
final class SideBySide {

  /** One piece. */
  @FunctionalInterface
  interface Work {

    /**
     * Does it.
     *
     * @param number of the piece, from 0
     * @param out its part of the output
     */
    void run(int number, OrderedOutput.Section out) throws IOException, InterruptedException;
  }

  private final OrderedOutput out;
  private final int threads;

  /**
   * @param threads at least 1
   */
  SideBySide(OrderedOutput out, int threads) {
    this.out = out;
    this.threads = threads;
  }

  /**
   * Does all pieces. When one fails, those before it are done and printed, none behind it is
   * printed, and what it threw is thrown.
   */
  void run(int pieces, Work work) throws IOException, InterruptedException {
    if (threads == 1 || pieces == 1) {
      for (int i = 0; i < pieces; i++) {
        piece(i, work);
      }
      return;
    }
    ExecutorService pool = Executors.newFixedThreadPool(Math.min(threads, pieces));
    try {
      List<Future<?>> running = new ArrayList<>(pieces);
      for (int i = 0; i < pieces; i++) {
        int number = i;
        Callable<Void> task =
            () -> {
              piece(number, work);
              return null;
            };
        running.add(pool.submit(task));
      }
      for (Future<?> each : running) {
        await(each);
      }
    } finally {
      out.abandon();
      pool.shutdownNow();
      pool.awaitTermination(1, TimeUnit.MINUTES);
    }
  }

  private void piece(int number, Work work) throws IOException, InterruptedException {
    OrderedOutput.Section section = out.section(number);
    try {
      work.run(number, section);
    } finally {
      section.flush();
    }
    section.close();
  }

  private static void await(Future<?> piece) throws IOException, InterruptedException {
    try {
      piece.get();
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      if (cause instanceof IOException failure) {
        throw failure;
      } else if (cause instanceof RuntimeException failure) {
        throw failure;
      } else if (cause instanceof Error failure) {
        throw failure;
      }
      throw new IllegalStateException(cause);
    }
  }
}

package org.dreyfus.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Work side by side on the threads of this process. Results are taken in the order of the work, and
 * only so much is begun ahead of the one that is waited for, so that memory does not grow with the
 * amount of it.
 */
public final class OrderedWork {

  private static final int WAITING = 16;

  private final int threads;
  private final int ahead;

  /**
   * @param threads that work, at least 1
   * @param ahead how much may be begun or done before its result is taken, at least 1
   */
  OrderedWork(int threads, int ahead) {
    this.threads = threads;
    this.ahead = ahead;
  }

  /** For work that mostly waits for storage, whatever the processor has: 16 pieces at a time. */
  public static OrderedWork waiting() {
    return new OrderedWork(WAITING, WAITING);
  }

  /** Does one piece. */
  @FunctionalInterface
  public interface Work<T, R> {
    R on(T piece) throws IOException;
  }

  /** Takes results, one after the other, on the calling thread. */
  @FunctionalInterface
  public interface Taking<R> {
    void take(R result) throws IOException;
  }

  /**
   * Does all pieces.
   *
   * @throws IOException of the first piece that failed, in their order, or when the thread is
   *     interrupted
   */
  public <T, R> void run(List<T> pieces, Work<T, R> work, Taking<R> taking) throws IOException {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      Deque<Future<R>> begun = new ArrayDeque<>();
      Iterator<T> rest = pieces.iterator();
      while (rest.hasNext() || !begun.isEmpty()) {
        while (rest.hasNext() && begun.size() < ahead) {
          T piece = rest.next();
          begun.add(pool.submit(() -> work.on(piece)));
        }
        taking.take(await(begun.remove()));
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static <R> R await(Future<R> future) throws IOException {
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

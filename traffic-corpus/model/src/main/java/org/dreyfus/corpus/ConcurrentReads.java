package org.dreyfus.corpus;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Reads many small files at a time. On an object store each takes tens of milliseconds, nearly all
 * of them spent waiting.
 */
final class ConcurrentReads {

  private static final int READERS = 16;

  private ConcurrentReads() {}

  /**
   * Makes something of one path.
   *
   * @param <T> what
   */
  @FunctionalInterface
  interface Reader<T> {
    T read(Path path) throws IOException;
  }

  /**
   * What a reader makes of each path, in their order.
   *
   * @throws IOException of the first path, in their order, that cannot be read
   */
  static <T> List<T> read(List<Path> paths, Reader<T> reader) throws IOException {
    ExecutorService readers = Executors.newFixedThreadPool(READERS);
    try {
      List<Future<T>> started = new ArrayList<>();
      for (Path path : paths) {
        Callable<T> task = () -> reader.read(path);
        started.add(readers.submit(task));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> future : started) {
        results.add(result(future));
      }
      return List.copyOf(results);
    } finally {
      readers.shutdownNow();
    }
  }

  private static <T> T result(Future<T> future) throws IOException {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      InterruptedIOException interrupted = new InterruptedIOException("interrupted while reading");
      interrupted.initCause(e);
      throw interrupted;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      } else if (e.getCause() instanceof RuntimeException unexpected) {
        throw unexpected;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}

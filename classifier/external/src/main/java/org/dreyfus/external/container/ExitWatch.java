package org.dreyfus.external.container;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.WaitResponse;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Learns from the engine that a container is gone. */
final class ExitWatch implements ResultCallback<WaitResponse> {

  private static final Closeable NOTHING = () -> {};

  private final CompletableFuture<WaitResponse> end = new CompletableFuture<>();
  private final Runnable atEnd;
  private volatile Closeable request = NOTHING;

  /**
   * @param atEnd is run once the container is gone, or the engine can no longer tell
   */
  ExitWatch(Runnable atEnd) {
    this.atEnd = atEnd;
  }

  @Override
  public void onStart(Closeable request) {
    this.request = request;
  }

  @Override
  public void onNext(WaitResponse response) {
    end.complete(response);
    atEnd.run();
  }

  @Override
  public void onError(Throwable failure) {
    end.completeExceptionally(failure);
    atEnd.run();
  }

  @Override
  public void onComplete() {
    if (end.completeExceptionally(new IOException("the engine tells no exit status"))) {
      atEnd.run();
    }
  }

  /**
   * @return whether it is gone
   * @throws EngineFailedException when the engine can no longer tell
   */
  boolean awaitEnd(Duration patience) throws InterruptedException {
    try {
      end.get(patience.toNanos(), TimeUnit.NANOSECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new EngineFailedException(
          "the container engine failed while a plugin ran; see its log", e);
    }
  }

  @Override
  public void close() throws IOException {
    request.close();
  }
}

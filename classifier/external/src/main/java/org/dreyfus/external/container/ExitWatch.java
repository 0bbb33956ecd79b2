package org.dreyfus.external.container;

import com.github.dockerjava.api.async.ResultCallbackTemplate;
import com.github.dockerjava.api.model.WaitResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Learns from the engine that a container is gone. */
final class ExitWatch extends ResultCallbackTemplate<ExitWatch, WaitResponse> {

  private volatile boolean ended;

  @Override
  public void onNext(WaitResponse response) {
    ended = true;
  }

  /**
   * @return whether it is gone
   * @throws EngineFailedException when the engine can no longer tell
   */
  boolean awaitEnd(Duration patience) throws InterruptedException {
    try {
      if (!awaitCompletion(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return false;
      }
    } catch (RuntimeException e) {
      throw new EngineFailedException(
          "the container engine failed while a plugin ran; see its log", e);
    }
    if (!ended) {
      throw new EngineFailedException(
          "the container engine stopped while a plugin ran; see its log",
          new IllegalStateException("no exit status"));
    }
    return true;
  }
}

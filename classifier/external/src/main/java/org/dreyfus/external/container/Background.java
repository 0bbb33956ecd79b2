package org.dreyfus.external.container;

import java.util.concurrent.Executor;

/** A thread of its own for what may wait for an engine. */
final class Background {

  static final Executor THREADS =
      task -> {
        Thread thread = new Thread(task, "dreyfus-engine-request");
        thread.setDaemon(true);
        thread.start();
      };

  private Background() {}
}

package org.dreyfus.inline.lab;

import java.time.Duration;

/** Waits between two looks at something that takes time. */
final class Pause {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

  private Pause() {}

  static void briefly() {
    try {
      Thread.sleep(BETWEEN_LOOKS.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DeviceException("interrupted", e);
    }
  }
}

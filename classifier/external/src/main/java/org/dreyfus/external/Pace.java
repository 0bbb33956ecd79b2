package org.dreyfus.external;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Keeps a plugin to its time: kills it when that is over, or when it has not read for too long.
 * Whoever stops the plugin first is remembered as the cause.
 */
final class Pace {

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);
  private static final Duration GRACE = Duration.ofSeconds(10);
  private static final long LOOK_MILLIS = 100;

  private final long endNanos;
  private final ScheduledFuture<?> watch;
  private volatile long lastReadNanos = System.nanoTime();
  private volatile boolean fed;
  private Optional<Breach> stopped = Optional.empty();

  Pace(Launched plugin, Duration time, ScheduledExecutorService clock) {
    this.endNanos = System.nanoTime() + time.toNanos();
    this.watch =
        clock.scheduleWithFixedDelay(
            () -> look(plugin), LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** A kill that fails is tried again at the next look. */
  private void look(Launched plugin) {
    try {
      check(plugin);
    } catch (RuntimeException again) {
      return;
    }
  }

  private void check(Launched plugin) {
    long now = System.nanoTime();
    if (now - endNanos > 0) {
      stop(Breach.OUT_OF_TIME, plugin);
    } else if (!fed && now - lastReadNanos > LONGEST_PAUSE.toNanos()) {
      stop(Breach.STOPPED_READING, plugin);
    }
  }

  /** The plugin has taken what was delivered. */
  void progress() {
    lastReadNanos = System.nanoTime();
  }

  /** Everything was delivered. */
  void fed() {
    fed = true;
  }

  /** Ends the plugin for that reason, unless it was ended for another before. */
  void stop(Breach cause, Launched plugin) {
    synchronized (this) {
      stopped = stopped.or(() -> Optional.of(cause));
    }
    plugin.kill();
  }

  /** Why the plugin was ended; empty when it was not. */
  synchronized Optional<Breach> stopped() {
    return stopped;
  }

  /** How much time is left, at least a little. */
  Duration left() {
    return Duration.ofNanos(Math.max(endNanos - System.nanoTime(), 1_000_000L));
  }

  /** Whether even a plugin that was killed at the end of its time should be gone by now. */
  boolean isLongOver() {
    return System.nanoTime() - endNanos > GRACE.toNanos();
  }

  /** The capture is over: nobody is to be stopped any more. */
  void over() {
    watch.cancel(false);
  }
}

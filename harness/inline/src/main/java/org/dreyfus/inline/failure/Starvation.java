package org.dreyfus.inline.failure;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.dreyfus.inline.lab.DeviceException;

/** Lets processes run for a share of each period only, with SIGSTOP and SIGCONT. */
final class Starvation implements Affliction {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final List<ProcessHandle> processes;
  private final long runningNanos;
  private final long stoppedNanos;
  private final double share;
  private final Thread thread;
  private volatile boolean over;
  private volatile Optional<RuntimeException> failure = Optional.empty();

  /**
   * Begins at once.
   *
   * @param share of the time that they run, more than 0 and less than 1
   */
  Starvation(List<ProcessHandle> processes, double share, Duration period) {
    this.processes = List.copyOf(processes);
    this.share = share;
    this.runningNanos = (long) (period.toNanos() * share);
    this.stoppedNanos = period.toNanos() - runningNanos;
    this.thread = new Thread(this::alternate, "starvation");
    thread.setDaemon(true);
    thread.start();
  }

  private void alternate() {
    try {
      while (!over) {
        Signal.STOP.send(processes);
        LockSupport.parkNanos(stoppedNanos);
        Signal.CONTINUE.send(processes);
        LockSupport.parkNanos(runningNanos);
      }
    } catch (RuntimeException e) {
      failure = Optional.of(e);
    }
  }

  @Override
  public String told() {
    return String.format(
        Locale.ROOT,
        "Left to run for %.0f %% of the time (%s)",
        100 * share,
        Processes.counted(processes));
  }

  @Override
  public Optional<String> failed() {
    return failure.map(e -> String.valueOf(e.getMessage()));
  }

  @Override
  public void close() {
    over = true;
    try {
      thread.join(PATIENCE.toMillis());
      if (thread.isAlive()) {
        throw new DeviceException("the device cannot be let run again");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      Signal.CONTINUE.send(processes);
    }
  }
}

package org.dreyfus.inline.lab;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A device at work. */
public interface RunningDevice extends AutoCloseable {

  /** Why it does not run any more, in one line with the last it said; empty while it runs. */
  Optional<String> ended();

  /** Its processes, which failure tests stop and kill; empty when the kernel does the work. */
  List<ProcessHandle> processes();

  /**
   * Has it forget all flows and hosts, and returns when it has.
   *
   * @return false when it cannot
   * @throws DeviceException when it has ended
   */
  boolean reset();

  /** What its program prints; there until it is closed. Empty when it has none. */
  default Optional<Path> log() {
    return Optional.empty();
  }

  /** Ends it. What it left in its namespace goes with the {@link DeviceLab}. */
  @Override
  void close();
}

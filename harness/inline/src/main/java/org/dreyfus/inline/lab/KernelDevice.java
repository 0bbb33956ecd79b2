package org.dreyfus.inline.lab;

import java.util.List;
import java.util.Optional;

/** A device that is nothing but configuration of the kernel in its namespace. */
final class KernelDevice implements RunningDevice {

  @Override
  public Optional<String> ended() {
    return Optional.empty();
  }

  @Override
  public List<ProcessHandle> processes() {
    return List.of();
  }

  @Override
  public boolean reset() {
    return false;
  }

  @Override
  public void close() {}
}

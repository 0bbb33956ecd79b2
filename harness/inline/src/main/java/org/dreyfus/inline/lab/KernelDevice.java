package org.dreyfus.inline.lab;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A device that is nothing but configuration of the kernel in its namespace. */
final class KernelDevice implements RunningDevice {

  private final BooleanSupplier reset;

  /** A device that remembers nothing, or cannot be made to forget. */
  KernelDevice() {
    this(() -> false);
  }

  /**
   * @param reset makes the kernel forget; false when it cannot
   */
  KernelDevice(BooleanSupplier reset) {
    this.reset = reset;
  }

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
    return reset.getAsBoolean();
  }

  @Override
  public void close() {}
}

package org.dreyfus.external;

import java.time.Duration;

/**
 * What a plugin may use for one capture.
 *
 * @param time from start to exit
 * @param memoryBytes of all its processes together, at least 16 MiB
 * @param processes at once, threads included, at least 1
 * @param scratchBytes on its temporary file system
 * @param cores of the processor, at least 0.1; held to only where the launcher can
 */
public record Limits(
    Duration time, long memoryBytes, int processes, long scratchBytes, double cores) {

  private static final long MIB = 1L << 20;

  /** One minute, 1 GiB, 128 processes and threads, 64 MiB of scratch space, one core. */
  public static final Limits DEFAULT =
      new Limits(Duration.ofMinutes(1), 1024 * MIB, 128, 64 * MIB, 1.0);

  /**
   * @throws IllegalArgumentException when one of them is out of range
   */
  public Limits {
    if (time.isNegative() || time.isZero()) {
      throw new IllegalArgumentException("limits.timeSeconds must be above 0");
    }
    if (memoryBytes < 16 * MIB || scratchBytes < 0) {
      throw new IllegalArgumentException(
          "limits.memoryMiB must be at least 16, limits.scratchMiB at least 0");
    }
    if (processes < 1 || !(cores >= 0.1)) {
      throw new IllegalArgumentException(
          "limits.processes must be at least 1, limits.cores at least 0.1");
    }
  }
}

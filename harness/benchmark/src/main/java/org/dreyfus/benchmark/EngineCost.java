package org.dreyfus.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What a whole process took, or several that worked together.
 *
 * @param seconds on the clock
 * @param processorSeconds of all of them
 */
record EngineCost(double seconds, double processorSeconds) {

  private static final double NANOS_PER_SECOND = 1e9;

  /** What runs beside the measured process: its processor time counts. */
  @FunctionalInterface
  interface Company extends AutoCloseable {
    @Override
    void close() throws IOException;
  }

  /** Starts what is to run beside it. */
  @FunctionalInterface
  interface Opening {
    Company open() throws IOException;
  }

  /**
   * Runs a command once. The clock runs for the command only.
   *
   * @param log holds what it says
   * @throws IOException when it fails; with the last line that it said
   */
  static EngineCost of(List<String> command, Path log, Opening company)
      throws IOException, InterruptedException {
    double processorBefore = ProcessorTime.seconds();
    double seconds;
    Company beside = company.open();
    try (beside) {
      long before = System.nanoTime();
      int exitCode =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start()
              .waitFor();
      seconds = (System.nanoTime() - before) / NANOS_PER_SECOND;
      if (exitCode != 0) {
        String last = Files.readString(log).strip().lines().reduce("", (a, b) -> b);
        throw new IOException("%s: ended with %d: %s".formatted(command.get(0), exitCode, last));
      }
    }
    return new EngineCost(seconds, ProcessorTime.seconds() - processorBefore);
  }

  String row(String name, double gigabytes) {
    return "%-28s %9.2f %9.1f %9.1f %12s"
        .formatted(
            name,
            gigabytes,
            seconds,
            processorSeconds,
            gigabytes > 0 ? String.format(Locale.ROOT, "%.1f", processorSeconds / gigabytes) : "");
  }
}

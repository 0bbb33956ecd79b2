package org.dreyfus.benchmark.compare;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs commands and says what they took, by the program {@code measure}. */
final class Stopwatch {

  private static final double MICROS = 1e6;
  private static final int FIELDS = 5;
  private static final long KIB = 1_024;

  private final Path measure;
  private final Path errors;

  /**
   * @param folder for what commands print
   */
  Stopwatch(Path measure, Path folder) {
    this.measure = measure;
    this.errors = folder.resolve("errors");
  }

  /**
   * Runs a command to its end.
   *
   * @param output takes its standard output
   * @throws CompareFailure when it does not end with 0
   */
  Measurement run(List<String> command, Path output) throws IOException, InterruptedException {
    List<String> whole = new ArrayList<>(List.of(measure.toString(), output.toString()));
    whole.addAll(command);
    Process process = new ProcessBuilder(whole).redirectError(errors.toFile()).start();
    String report = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    int ended = process.waitFor();
    String[] fields = report.strip().split(" ");
    if (ended != 0 || fields.length != FIELDS || !fields[FIELDS - 1].equals("0")) {
      throw new CompareFailure(
          CompareFailure.BAD_INPUT,
          "%s failed (%s): %s"
              .formatted(String.join(" ", command), fields[fields.length - 1], firstError()));
    }
    return new Measurement(
        Long.parseLong(fields[0]) / MICROS,
        Long.parseLong(fields[1]) / MICROS,
        Long.parseLong(fields[2]) / MICROS,
        Long.parseLong(fields[3]) * KIB);
  }

  private String firstError() throws IOException {
    return Files.readString(errors, StandardCharsets.ISO_8859_1)
        .lines()
        .findFirst()
        .orElse("it said nothing; run it by hand");
  }
}

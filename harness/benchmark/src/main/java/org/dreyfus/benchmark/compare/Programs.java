package org.dreyfus.benchmark.compare;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Programs of the machine. */
final class Programs {

  private Programs() {}

  /** Whether the path of executables has one of that name. */
  static boolean has(String name) {
    return Arrays.stream(
            Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
  }

  /** All that a program prints on both outputs; empty when it does not start. */
  static String output(List<String> command) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String printed =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      process.waitFor();
      return printed;
    } catch (IOException e) {
      return "";
    }
  }

  /** The first line a program prints that has a digit, where versions stand. */
  static Optional<String> versionLine(List<String> command) throws InterruptedException {
    return output(command)
        .lines()
        .map(String::strip)
        .filter(line -> line.chars().anyMatch(Character::isDigit))
        .findFirst();
  }
}

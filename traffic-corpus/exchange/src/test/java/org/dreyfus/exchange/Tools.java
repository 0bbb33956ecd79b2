package org.dreyfus.exchange;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs programs that tests compare with. */
public final class Tools {

  private Tools() {}

  /** The lines that a program prints. Without the program the test is skipped, in CI it fails. */
  public static List<String> output(String... command) throws IOException, InterruptedException {
    Process process;
    try {
      process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    } catch (IOException e) {
      assumeTrue(System.getenv("CI") != null, command[0] + " is not installed");
      throw e;
    }
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      List<String> lines = reader.lines().toList();
      process.waitFor();
      return lines;
    }
  }
}

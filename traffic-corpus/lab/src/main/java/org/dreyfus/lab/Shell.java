package org.dreyfus.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs programs to their end, with a time limit. */
public final class Shell {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  private Shell() {}

  /**
   * Runs a command and returns what it printed.
   *
   * @throws LabException when it fails or takes more than 30 s
   */
  public static String run(String... command) {
    return run(List.of(command), LIMIT, Map.of()).orThrow(List.of(command));
  }

  /** How a command ended. */
  public record Ended(boolean inTime, int status, String output) {
    public String orThrow(List<String> command) {
      if (!inTime || status != 0) {
        String how = inTime ? "ended with " + status : "took too long";
        throw new LabException("'%s' %s: %s".formatted(String.join(" ", command), how, tail()));
      }
      return output;
    }

    public String tail() {
      String text = output.strip();
      return text.length() <= 400 ? text : "... " + text.substring(text.length() - 400);
    }
  }

  /** Runs a command to its end, or to that of its time. */
  public static Ended run(List<String> command, Duration limit, Map<String, String> environment) {
    try {
      Path output = Files.createTempFile(Owner.self().name("output-"), ".txt");
      try {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(output.toFile());
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        Process process = builder.start();
        boolean inTime = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        if (!inTime) {
          process.descendants().forEach(ProcessHandle::destroyForcibly);
          process.destroyForcibly().waitFor();
        }
        String text = new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
        return new Ended(inTime, inTime ? process.exitValue() : -1, text);
      } finally {
        Files.deleteIfExists(output);
      }
    } catch (IOException e) {
      throw new LabException("'" + command.get(0) + "' cannot be started: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LabException("interrupted", e);
    }
  }
}

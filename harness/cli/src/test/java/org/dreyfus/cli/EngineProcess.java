package org.dreyfus.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The engine that the tests of containers use, in a process of its own: it ends with its input. */
record EngineProcess(Process process, String said) implements AutoCloseable {

  private static final Path TEST_CLASSES =
      Cli.HOME.resolve("classifier/external/target/test-classes");
  private static final String ENGINE = "org.dreyfus.external.container.PrivateEngine";
  private static final String ADDRESS = "unix://";
  private static final long PATIENCE_SECONDS = 40;

  static EngineProcess start() throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path") + File.pathSeparator + TEST_CLASSES,
                ENGINE)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String line =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8)).readLine();
    return new EngineProcess(process, line == null ? "the engine did not start" : line);
  }

  /** Why there is none. */
  Optional<String> obstacle() {
    return said.startsWith(ADDRESS) ? Optional.empty() : Optional.of(said);
  }

  /** As {@code DOCKER_HOST} takes it. */
  String address() {
    return said;
  }

  @Override
  public void close() throws IOException, InterruptedException {
    process.getOutputStream().close();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroy();
    }
  }
}

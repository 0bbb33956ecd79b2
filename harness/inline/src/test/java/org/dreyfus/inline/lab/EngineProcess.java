package org.dreyfus.inline.lab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.fail;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * The private container engine that the tests of {@code classifier/external} use, in a process of
 * its own: it ends with its input.
 */
record EngineProcess(Process process, String said) implements AutoCloseable {

  private static final Path TEST_CLASSES =
      Path.of("..", "..", "classifier", "external", "target", "test-classes").toAbsolutePath();
  private static final String ENGINE = "org.dreyfus.external.container.PrivateEngine";
  private static final String UNIX = "unix://";
  private static final long PATIENCE_SECONDS = 40;

  /** Skips the test where none can be started; fails there when CI is set. */
  static EngineProcess start() throws Exception {
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
    EngineProcess engine = new EngineProcess(process, line == null ? "it did not start" : line);
    if (!engine.said.startsWith(UNIX)) {
      engine.close();
      if (System.getenv("CI") != null) {
        fail("CI needs a container engine: " + engine.said);
      }
      Assumptions.abort("no container engine: " + engine.said);
    }
    return engine;
  }

  /** As {@code DOCKER_HOST} takes it. */
  String address() {
    return said;
  }

  Path socket() {
    return Path.of(said.substring(UNIX.length()));
  }

  @Override
  public void close() throws IOException, InterruptedException {
    process.getOutputStream().close();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroy();
    }
  }
}

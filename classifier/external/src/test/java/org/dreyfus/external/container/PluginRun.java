package org.dreyfus.external.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.dreyfus.external.Ending;
import org.dreyfus.external.LaunchException;
import org.dreyfus.external.Launched;
import org.dreyfus.external.Limits;
import org.dreyfus.external.Start;

/** A shell script run as a plugin: what it wrote, and how it ended. */
record PluginRun(String output, String log, Ending ending) {

  static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final long MIB = 1L << 20;

  static Limits limits() {
    return new Limits(Duration.ofSeconds(30), 64 * MIB, 32, 4 * MIB, 1.0);
  }

  static Launched start(EngineExtension.TestEngine test, Path folder, Limits limits, String script)
      throws IOException, LaunchException {
    Path configuration = Files.createTempFile(folder, "configuration", ".json");
    Files.writeString(configuration, "{\"colour\": \"red\"}");
    Files.setPosixFilePermissions(configuration, PosixFilePermissions.fromString("rw--w--w-"));
    return ContainerLauncher.of(test.engine(), test.shell(), List.of("/bin/bash", "-c", script))
        .start(new Start(configuration, Map.of("GREETING", "good day"), limits));
  }

  static PluginRun of(
      EngineExtension.TestEngine test, Path folder, Limits limits, String script, String input)
      throws Exception {
    try (Launched plugin = start(test, folder, limits, script)) {
      feed(plugin, input);
      String output = new String(plugin.output().readAllBytes(), StandardCharsets.UTF_8);
      Ending ending = plugin.await(PATIENCE).orElseThrow();
      return new PluginRun(output, plugin.log(), ending);
    }
  }

  static PluginRun of(EngineExtension.TestEngine test, Path folder, String script)
      throws Exception {
    return of(test, folder, limits(), script, "");
  }

  private static void feed(Launched plugin, String input) throws IOException {
    try (var channel = plugin.input()) {
      channel.write(ByteBuffer.wrap(input.getBytes(StandardCharsets.UTF_8)));
    }
  }
}

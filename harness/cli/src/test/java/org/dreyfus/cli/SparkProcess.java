package org.dreyfus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.dreyfus.engine.EngineProvider;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * Runs {@code evaluate --engine spark --master local[2]} in a process of its own, since Spark needs
 * settings of Java's that this one does not have.
 */
final class SparkProcess {

  /** Made by the build of the module that evaluates on Spark. */
  private static final Path SPARK = Cli.HOME.resolve("harness/cluster/target/dist/spark");

  private SparkProcess() {}

  /** What it ended with, and what it said. */
  record Ended(int exitCode, String said) {}

  /** Skips the test where Spark is not built; on CI it fails. */
  static void require() {
    boolean built =
        Files.isDirectory(SPARK)
            && ServiceLoader.load(EngineProvider.class).stream().findAny().isPresent();
    if (!built && System.getenv("CI") != null) {
      Assertions.fail("Spark is not there; build with: mvn package -Pcluster");
    }
    Assumptions.assumeTrue(built, "Spark is not there; build with: mvn package -Pcluster");
  }

  static Ended run(Path log, Map<String, String> environment, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    for (String opened :
        List.of("java.lang", "java.lang.invoke", "java.nio", "sun.nio.ch", "java.util")) {
      command.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED");
    }
    command.add("-Ddreyfus.home=" + Cli.HOME);
    command.add("-cp");
    command.add(System.getProperty("java.class.path") + File.pathSeparator + SPARK + "/*");
    command.add(Main.class.getName());
    command.addAll(List.of("evaluate", "--engine", "spark", "--master", "local[2]"));
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    int exitCode = builder.start().waitFor();
    return new Ended(exitCode, Files.readString(log));
  }

  /** What an evaluation on Spark must have in common with one on threads. */
  static void assertSameResults(Path threads, Path spark) throws IOException {
    List<Path> bundles;
    try (Stream<Path> entries = Files.list(threads)) {
      bundles = entries.filter(Files::isDirectory).toList();
    }
    assertThat(bundles).isNotEmpty();
    for (Path bundle : bundles) {
      Path other = spark.resolve(String.valueOf(bundle.getFileName()));
      assertThat(other.resolve("scorecard.json"))
          .hasSameBinaryContentAs(bundle.resolve("scorecard.json"));
      assertThat(unpacked(other)).isEqualTo(unpacked(bundle));
      assertThat(other.resolve("run.json")).content().contains("Apache Spark 4");
    }
  }

  private static String unpacked(Path bundle) throws IOException {
    Path file = bundle.resolve("observations.jsonl.gz");
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

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
import java.util.ServiceLoader;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.dreyfus.engine.EngineProvider;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Evaluations elsewhere than on the threads of this process. */
class EngineOptionsTest {

  private static final String CORPUS =
      Cli.HOME.resolve("harness/engine/src/test/resources/golden/three-stories/corpus").toString();

  /** Made by the build of the module that evaluates on Spark. */
  private static final Path SPARK = Cli.HOME.resolve("harness/cluster/target/dist/spark");

  @TempDir Path folder;

  @Test
  void anUnknownEngineIsAMistakeOfTheUser() {
    Cli.Ended ended = Cli.run("evaluate", "--corpus", CORPUS, "--engine", "steam");
    assertThat(ended.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(ended.err())
        .isEqualToIgnoringNewLines("dreyfus: no engine 'steam'; there are: threads, spark");
  }

  @Test
  void settingsOfSparkNeedSpark() {
    Cli.Ended ended = Cli.run("evaluate", "--corpus", CORPUS, "--master", "local[2]");
    assertThat(ended.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(ended.err()).contains("add --engine spark");
  }

  @Test
  void whatNeedsOneMachineSaysSo() {
    Cli.Ended ended = Cli.run("evaluate", "--corpus", CORPUS, "--engine", "spark", "--audit");
    assertThat(ended.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(ended.err()).contains("--interleaved and --audit run on this machine only");
  }

  @Test
  @Tag("slow")
  void sparkMakesTheSameBundles() throws IOException, InterruptedException {
    boolean built =
        Files.isDirectory(SPARK)
            && ServiceLoader.load(EngineProvider.class).stream().findAny().isPresent();
    if (!built && System.getenv("CI") != null) {
      Assertions.fail("Spark is not there; build with: mvn package -Pcluster");
    }
    Assumptions.assumeTrue(built, "Spark is not there; build with: mvn package -Pcluster");
    Path threads = folder.resolve("threads");
    Path spark = folder.resolve("spark");
    assertThat(Cli.run("evaluate", "--corpus", CORPUS, "--out", threads.toString()).exitCode())
        .isZero();
    String said = onSpark("--corpus", CORPUS, "--out", spark.toString());
    assertThat(said).contains("6 sessions done");
    List<Path> bundles;
    try (Stream<Path> entries = Files.list(threads)) {
      bundles = entries.filter(Files::isDirectory).toList();
    }
    assertThat(bundles).hasSizeGreaterThan(5);
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

  /** In a process of its own, since Spark needs settings of Java's that this one does not have. */
  private String onSpark(String... arguments) throws IOException, InterruptedException {
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
    command.addAll(List.of(arguments));
    Path log = folder.resolve("log");
    int exitCode =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();
    String said = Files.readString(log);
    assertThat(exitCode).as(said).isZero();
    return said;
  }
}

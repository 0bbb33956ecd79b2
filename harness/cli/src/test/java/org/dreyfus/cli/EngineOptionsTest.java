package org.dreyfus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Evaluations elsewhere than on the threads of this process. */
class EngineOptionsTest {

  private static final String CORPUS =
      Cli.HOME.resolve("harness/engine/src/test/resources/golden/three-stories/corpus").toString();

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
    SparkProcess.require();
    Path threads = folder.resolve("threads");
    Path spark = folder.resolve("spark");
    assertThat(Cli.run("evaluate", "--corpus", CORPUS, "--out", threads.toString()).exitCode())
        .isZero();
    SparkProcess.Ended ended =
        SparkProcess.run(
            folder.resolve("log"),
            Map.of(),
            List.of("--corpus", CORPUS, "--out", spark.toString()));
    assertThat(ended.exitCode()).as(ended.said()).isZero();
    assertThat(ended.said()).contains("6 sessions done");
    try (Stream<Path> entries = Files.list(threads)) {
      assertThat(entries.filter(Files::isDirectory)).hasSizeGreaterThan(5);
    }
    SparkProcess.assertSameResults(threads, spark);
  }
}

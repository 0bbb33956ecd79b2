package org.dreyfus.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.engine.EngineAccess;
import org.dreyfus.engine.Evaluation;
import org.dreyfus.engine.Run;
import org.dreyfus.engine.Subject;
import org.dreyfus.scoring.RunEvidence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk of two megabytes, which cannot hold what the driver ships. */
@Tag("slow")
class FullDiskTest {

  private static final int DISK_BYTES = 2 << 20;
  private static final int LEFT_BYTES = 16 << 10;

  @TempDir Path folder;
  private Path small;

  @BeforeEach
  void mount() throws IOException {
    small = Files.createDirectory(folder.resolve("small"));
    boolean mounted =
        run("mount", "-t", "tmpfs", "-o", "size=" + DISK_BYTES, "tmpfs", small.toString());
    if (!mounted && System.getenv("CI") != null) {
      throw new IOException("no tmpfs can be mounted here");
    }
    Assumptions.assumeTrue(mounted, "no tmpfs can be mounted here; run as root");
  }

  @AfterEach
  void unmount() throws IOException {
    run("umount", "-l", small.toString());
  }

  private static boolean run(String... command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).inheritIO().start();
    try {
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Evaluation evaluation(Corpus corpus, List<Subject> subjects, Path journal) {
    return Trial.evaluation(corpus, subjects, journal);
  }

  @Test
  void onOneWorkerItLeavesTheWorkToTheOther() throws IOException {
    Corpus corpus = Corpus.open(Trial.STORIES);
    List<Subject> subjects = Trial.subjects(corpus, Trial.bundled());
    List<RunEvidence> expected =
        Trial.onThreads(evaluation(corpus, subjects, folder.resolve("threads")));
    Path home = Files.createDirectory(folder.resolve("home"));
    Path large = Files.createDirectory(folder.resolve("large"));
    try (StandaloneCluster cluster = StandaloneCluster.start(home, List.of(large, small));
        EngineAccess spark = Trial.spark(cluster.master(), cluster.settings())) {
      assertThat(cluster.programBytes()).isGreaterThan(DISK_BYTES);
      Run run =
          new Run(
              evaluation(corpus, subjects, folder.resolve("spark")),
              spark.engine(Map.of()),
              Trial.QUIET);
      assertThat(Trial.evidence(run).equals(expected)).isTrue();
    }
  }

  @Test
  void underTheJournalItEndsTheRunWithFileAndRemedyAndBlamesNoClassifier() throws IOException {
    Corpus corpus = Corpus.open(Trial.STORIES);
    List<Subject> subjects = Trial.subjects(corpus, Trial.bundled());
    Files.write(small.resolve("filler"), new byte[DISK_BYTES - LEFT_BYTES]);
    try (EngineAccess spark = Trial.spark("local[2]", Map.of())) {
      Run run =
          new Run(
              evaluation(corpus, subjects, small.resolve("journal")),
              spark.engine(Map.of()),
              Trial.QUIET);
      assertThatThrownBy(run::execute)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("No space left on device")
          .hasMessageContaining("host ")
          .hasMessageContaining("the same command goes on from here");
      Files.delete(small.resolve("filler"));
      assertThat(Trial.evidence(run))
          .isEqualTo(Trial.onThreads(evaluation(corpus, subjects, folder.resolve("threads"))));
    }
  }
}

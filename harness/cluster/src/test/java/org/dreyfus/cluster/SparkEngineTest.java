package org.dreyfus.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dreyfus.cluster.storage.LabFiles;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.engine.EngineAccess;
import org.dreyfus.engine.EngineException;
import org.dreyfus.engine.Evaluation;
import org.dreyfus.engine.Run;
import org.dreyfus.engine.SessionEngine;
import org.dreyfus.engine.Subject;
import org.dreyfus.scoring.RunEvidence;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spark with its executor in this process. */
@Tag("slow")
class SparkEngineTest {

  private static EngineAccess spark;
  private static SessionEngine engine;

  @TempDir Path folder;

  @BeforeAll
  static void start() {
    spark =
        Trial.spark(
            "local[2]", Map.of("spark.hadoop." + LabFiles.SETTING, LabFiles.class.getName()));
    engine = spark.engine(Map.of());
  }

  @AfterAll
  static void stop() {
    spark.close();
  }

  private Evaluation evaluation(Path corpus, String journal) throws IOException {
    Corpus opened = Corpus.open(corpus);
    return Trial.evaluation(
        opened, Trial.subjects(opened, Trial.bundled()), folder.resolve(journal));
  }

  @Test
  void theResultsAreThoseOfTheThreads() throws IOException {
    List<RunEvidence> expected = Trial.onThreads(evaluation(Trial.STORIES, "threads"));
    List<String> progress = new ArrayList<>();
    List<RunEvidence> results =
        Trial.evidence(
            new Run(
                evaluation(Trial.STORIES, "spark"),
                engine,
                (done, all) -> progress.add(done + "/" + all)));
    assertThat(results.equals(expected)).isTrue();
    assertThat(results).hasSizeGreaterThan(5);
    assertThat(progress).containsExactly("0/6", "1/6", "2/6", "3/6", "4/6", "5/6", "6/6");
  }

  @Test
  void executorsMakeTheSamePartsAndScores() throws IOException {
    Run threads = new Run(evaluation(Trial.STORIES, "threads"), Trial.QUIET);
    Corpus behind = Corpus.open(spark.path("lab:" + Trial.STORIES));
    Path journal = spark.path("lab:" + folder.resolve("behind"));
    Evaluation evaluation =
        Trial.evaluation(behind, Trial.subjects(behind, Trial.bundled()), journal);
    Run executors = new Run(evaluation, engine, Trial.QUIET);
    assertThat(Trial.gathered(executors, folder.resolve("b")))
        .hasSizeGreaterThan(20)
        .isEqualTo(Trial.gathered(threads, folder.resolve("a")));
    executors.forget();
    assertThat(folder.resolve("behind")).doesNotExist();
  }

  @Test
  void corpusAndJournalMayLieBehindHadoop() throws IOException {
    List<RunEvidence> expected = Trial.onThreads(evaluation(Trial.STORIES, "threads"));
    Corpus corpus = Corpus.open(spark.path("lab:" + Trial.STORIES));
    Path journal = spark.path("lab:" + folder.resolve("behind"));
    Run run =
        new Run(
            Trial.evaluation(corpus, Trial.subjects(corpus, Trial.bundled()), journal),
            engine,
            Trial.QUIET);
    assertThat(Trial.evidence(run).equals(expected)).isTrue();
    assertThat(filesBelow(folder.resolve("behind"))).hasSize(6);
    run.forget();
    assertThat(folder.resolve("behind")).doesNotExist();
  }

  @Test
  void whatIsFinishedIsNotDoneAgain() throws IOException {
    Evaluation evaluation = evaluation(Trial.STORIES, "again");
    List<RunEvidence> first = Trial.evidence(new Run(evaluation, engine, Trial.QUIET));
    List<Path> parts = filesBelow(folder.resolve("again"));
    Files.delete(parts.get(3));
    List<Integer> progress = new ArrayList<>();
    Run again = new Run(evaluation, engine, (done, all) -> progress.add(done));
    assertThat(Trial.evidence(again).equals(first)).isTrue();
    assertThat(progress).containsExactly(5, 6);
  }

  @Test
  void trafficAsRecordedIsTheSameToo() throws IOException {
    Evaluation evaluation = evaluation(Trial.STORIES, "unblinded");
    Evaluation recorded =
        new Evaluation(
            evaluation.corpus(),
            evaluation.subjects(),
            7,
            1,
            false,
            false,
            evaluation.timeLimit(),
            folder.resolve("recorded"));
    List<RunEvidence> expected = Trial.onThreads(recorded);
    new Run(recorded, Trial.QUIET).forget();
    assertThat(Trial.evidence(new Run(recorded, engine, Trial.QUIET)).equals(expected)).isTrue();
  }

  @Test
  void aDamagedCaptureIsTheCorpussFault() throws IOException {
    Path copy = folder.resolve("copy");
    copy(Trial.STORIES, copy);
    Path capture = copy.resolve("sessions/dns-udp-1a/capture.pcap");
    byte[] bytes = Files.readAllBytes(capture);
    Files.write(capture, Arrays.copyOf(bytes, bytes.length - 7));
    Run run = new Run(evaluation(copy, "damaged"), engine, Trial.QUIET);
    assertThatThrownBy(run::execute)
        .isInstanceOfSatisfying(EngineException.class, e -> assertThat(e.isPlugin()).isFalse())
        .hasMessageContaining("dns-udp-1a")
        .hasMessageContaining("dreyfus corpus validate");
    Files.write(capture, bytes);
    assertThat(
            Trial.evidence(new Run(evaluation(copy, "damaged"), engine, Trial.QUIET))
                .equals(Trial.onThreads(evaluation(Trial.STORIES, "threads"))))
        .isTrue();
  }

  @Test
  void aClassifierThatThrowsOnOpeningIsNamedWithItsHost() throws IOException {
    Corpus corpus = Corpus.open(Trial.STORIES);
    Subject broken = Trial.subjects(corpus, List.of(Trial.named("test-broken-on-opening"))).get(0);
    Run run =
        new Run(
            Trial.evaluation(corpus, List.of(broken), folder.resolve("broken")),
            engine,
            Trial.QUIET);
    assertThatThrownBy(run::execute)
        .isInstanceOfSatisfying(EngineException.class, e -> assertThat(e.isPlugin()).isTrue())
        .hasMessageContaining("test-broken-on-opening")
        .hasMessageContaining("127.0.0.1");
  }

  private static List<Path> filesBelow(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile)
          .filter(file -> file.toString().endsWith(".json"))
          .sorted()
          .toList();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(from)) {
      all = walk.sorted().toList();
    }
    for (Path path : all) {
      Files.copy(path, to.resolve(from.relativize(path).toString()));
    }
  }
}

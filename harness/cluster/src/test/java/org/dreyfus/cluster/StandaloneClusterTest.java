package org.dreyfus.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.dreyfus.cluster.faulty.Ender;
import org.dreyfus.cluster.faulty.Local;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.engine.Assignment;
import org.dreyfus.engine.ChunkSink;
import org.dreyfus.engine.EngineAccess;
import org.dreyfus.engine.EngineException;
import org.dreyfus.engine.Evaluation;
import org.dreyfus.engine.Execution;
import org.dreyfus.engine.Gathering;
import org.dreyfus.engine.Run;
import org.dreyfus.engine.SessionEngine;
import org.dreyfus.engine.Subject;
import org.dreyfus.external.LaunchException;
import org.dreyfus.external.Limits;
import org.dreyfus.external.program.Isolation;
import org.dreyfus.scoring.Observation;
import org.dreyfus.scoring.Outcome;
import org.dreyfus.scoring.RunEvidence;
import org.dreyfus.worker.Plugins;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** A master and two workers, each with an executor: five processes that talk over loopback. */
@Tag("slow")
class StandaloneClusterTest {

  private static final Path DEFAULT =
      Path.of("../../traffic-corpus/corpora/default").toAbsolutePath().normalize();

  /** Every so many sessions of the default corpus are enough here. */
  private static final int STEP = 8;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  static Path home;

  private static StandaloneCluster cluster;
  private static EngineAccess spark;
  private static SessionEngine engine;

  @TempDir Path folder;

  @BeforeAll
  static void start() throws IOException {
    Path local = Files.createDirectory(home.resolve("local"));
    cluster = StandaloneCluster.start(home, List.of(local, local));
    spark = Trial.spark(cluster.master(), cluster.settings());
    engine = spark.engine(Map.of());
  }

  @AfterAll
  static void stop() {
    spark.close();
    cluster.close();
  }

  /** A part of the default corpus that has sessions of most clusters. */
  private static Corpus part() throws IOException {
    Corpus whole = Corpus.open(DEFAULT);
    List<String> sessions = whole.sessionIds();
    return Corpus.open(
        DEFAULT,
        new Corpus.Outline(
            whole.manifest(),
            whole.digest(),
            List.copyOf(whole.works().values()),
            IntStream.range(0, sessions.size())
                .filter(i -> i % STEP == 0)
                .mapToObj(sessions::get)
                .toList()));
  }

  private Evaluation evaluation(Corpus corpus, List<Subject> subjects, String journal) {
    return Trial.evaluation(corpus, subjects, folder.resolve(journal));
  }

  @Test
  void theResultsAreThoseOfTheThreadsAlsoWhenAnExecutorIsKilled() throws IOException {
    Corpus corpus = part();
    List<Subject> subjects = Trial.subjects(corpus, Trial.bundled());
    List<RunEvidence> expected = Trial.onThreads(evaluation(corpus, subjects, "threads"));
    Run whole = new Run(evaluation(corpus, subjects, "whole"), engine, Trial.QUIET);
    assertThat(Trial.evidence(whole).equals(expected)).isTrue();

    AtomicBoolean killed = new AtomicBoolean();
    List<Integer> progress = new ArrayList<>();
    Run struck =
        new Run(
            evaluation(corpus, subjects, "struck"),
            engine,
            (done, all) -> {
              progress.add(done);
              if (done > 0 && done < all / 2 && !killed.get()) {
                killed.set(cluster.killAnExecutor());
              }
            });
    assertThat(Trial.evidence(struck).equals(expected)).isTrue();
    assertThat(killed).isTrue();
    assertThat(progress).doesNotHaveDuplicates().contains(corpus.sessions().size());
  }

  @Test
  void nothingIsLostOrCountedTwiceWhenExecutorsAreKilledWhileTheyGather() throws IOException {
    Corpus corpus = Corpus.open(DEFAULT);
    List<Subject> subjects = Trial.subjects(corpus, List.of(Trial.named("ports")));
    Run threads = new Run(evaluation(corpus, subjects, "threads"), Trial.QUIET);
    Striking striking = new Striking();
    Run struck = new Run(evaluation(corpus, subjects, "struck"), striking, Trial.QUIET);
    assertThat(Trial.gathered(struck, folder.resolve("found")))
        .isEqualTo(Trial.gathered(threads, folder.resolve("expected")));
    assertThat(striking.chunks).isGreaterThan(2);
    assertThat(striking.killed).isPositive();
  }

  /** Kills all executors when the first chunk arrives. */
  private static final class Striking implements SessionEngine {
    private int chunks;
    private int killed;

    @Override
    public void evaluate(Assignment assignment, List<String> sessions, Consumer<String> finished)
        throws IOException {
      engine.evaluate(assignment, sessions, finished);
    }

    @Override
    public void gather(Assignment assignment, Gathering gathering, ChunkSink sink)
        throws IOException {
      engine.gather(
          assignment,
          gathering,
          chunk -> {
            if (chunks == 0) {
              killed = cluster.killExecutors();
            }
            chunks++;
            sink.take(chunk);
          });
    }
  }

  @Test
  void aSessionThatEndsItsProcessThreeTimesHasCrashedAndNothingElseHas() throws IOException {
    Corpus corpus = Corpus.open(Trial.STORIES);
    Subject steady = Trial.subjects(corpus, List.of(Trial.named("allow-all"))).get(0);
    Subject ender =
        new Subject(
            new Execution.InProcess(Trial.named("test-ender")),
            Map.of(),
            Set.of(),
            Map.of("rsync-1a", Map.of(Ender.OPTION, "yes")));
    Evaluation evaluation = evaluation(corpus, List.of(steady, ender), "ender");
    List<RunEvidence> results = Trial.evidence(new Run(evaluation, engine, Trial.QUIET));
    assertThat(results.get(0).observations())
        .allMatch(observation -> observation.outcome() instanceof Outcome.Answered);
    Set<String> crashed = new HashSet<>();
    for (Observation observation : results.get(1).observations()) {
      if (observation.outcome() instanceof Outcome.Crashed why) {
        crashed.add(observation.session());
        assertThat(why.cause()).contains("ended the process");
      }
    }
    assertThat(crashed).containsExactly("rsync-1a");
    assertThat(results.get(1).observations().stream().map(Observation::flow))
        .isEqualTo(results.get(0).observations().stream().map(Observation::flow).toList());
    assertThat(results.get(1).observations().stream().map(Observation::packets))
        .isEqualTo(results.get(0).observations().stream().map(Observation::packets).toList());
  }

  @Test
  void whatIsMissingOnAnExecutorIsNamedWithHostAndRemedy() throws IOException {
    Corpus corpus = Corpus.open(Trial.STORIES);
    System.setProperty(Local.PROPERTY, "here");
    Subject local = Trial.subjects(corpus, List.of(Trial.named("test-local"))).get(0);
    Run run = new Run(evaluation(corpus, List.of(local), "local"), engine, Trial.QUIET);
    try {
      assertThatThrownBy(run::execute)
          .isInstanceOfSatisfying(EngineException.class, e -> assertThat(e.isPlugin()).isTrue())
          .hasMessage(
              "host 127.0.0.1: classifier 'test-local': libtest was not found."
                  + " Install it: apt-get install libtest");
    } finally {
      System.clearProperty(Local.PROPERTY);
    }
  }

  @Test
  void bundledClassifiersRunApartThereToo() throws IOException {
    Corpus corpus = Corpus.open(Trial.STORIES);
    Execution apart =
        new Execution.Apart(
            new Plugins(new Isolation.None()).bundled(Trial.named("ports"), Limits.DEFAULT));
    List<Subject> subjects = Subject.rows(apart, Map.of(), Set.of());
    Run run = new Run(evaluation(corpus, subjects, "spark"), engine, Trial.QUIET);
    List<Observation> here =
        Trial.onThreads(evaluation(corpus, subjects, "threads")).get(0).observations();
    assertThat(Trial.evidence(run).get(0).observations()).isEqualTo(here);
    assertThat(here).anyMatch(seen -> seen.protocol().isPresent());
  }

  @Test
  void aVendorsProgramIsShipped() throws IOException, LaunchException {
    Path vendor = Files.createDirectory(folder.resolve("vendor"));
    Files.writeString(
        vendor.resolve("plugin.json"),
        """
        {"schemaVersion": 1, "id": "says-web", "name": "Says web", "version": "1",
         "vendor": "test", "description": "Calls a flow HTTP.",
         "kind": "program", "command": ["./classify"]}
        """);
    Path program =
        Files.writeString(
            vendor.resolve("classify"),
            """
            #!/bin/sh
            cat >/dev/null
            echo '{"packet": 3, "protocol": "HTTP"}'
            """);
    assertThat(program.toFile().setExecutable(true)).isTrue();
    Corpus corpus = Corpus.open(Trial.STORIES);
    try (Plugins.Opened plugin =
        new Plugins(new Isolation.None()).open(vendor.resolve("plugin.json"))) {
      List<Subject> subjects =
          Subject.rows(new Execution.Apart(plugin.plugin()), Map.of(), Set.of());
      List<Observation> expected =
          Trial.onThreads(evaluation(corpus, subjects, "threads")).get(0).observations();
      SessionEngine shipping =
          spark.engine(Map.of(plugin.plugin().digest(), plugin.folder().folder()));
      Run run = new Run(evaluation(corpus, subjects, "spark"), shipping, Trial.QUIET);
      assertThat(Trial.evidence(run).get(0).observations()).isEqualTo(expected);
      assertThat(expected).anyMatch(seen -> seen.protocol().equals(Optional.of("HTTP")));
    }
  }
}

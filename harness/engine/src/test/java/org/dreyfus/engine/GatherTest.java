package org.dreyfus.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.dreyfus.bundle.BundleDraft;
import org.dreyfus.bundle.Criteria;
import org.dreyfus.bundle.RunTally;
import org.dreyfus.classifier.Verdict;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.scoring.Evidence;
import org.dreyfus.scoring.Policy;
import org.dreyfus.scoring.Scorecard;
import org.dreyfus.scoring.Scorer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatherTest {

  private static final Path CORPUS = Path.of("src/test/resources/golden/three-stories/corpus");

  private static final Criteria CRITERIA =
      new Criteria(List.of(Fakes.policy("a", "TCP"), Fakes.policy("b", "UDP")), List.of());

  @TempDir Path folder;

  private final List<Subject> subjects =
      List.of(
          Fakes.always("blocks", Fakes.BLOCK),
          Fakes.always("names", new Verdict.Identified("TCP", true)),
          namesSome(),
          Fakes.accuser(),
          Fakes.superstitious());

  /** Names a protocol where there is UDP, so that sessions differ in whether one is named. */
  private static Subject namesSome() {
    return Fakes.subject(
        "names-some",
        configuration ->
            (flow, packet) ->
                flow.ipProtocol() == 17 ? new Verdict.Identified("UDP", true) : Fakes.BLOCK);
  }

  private Evaluation evaluation() throws IOException {
    return new Evaluation(
        Corpus.open(CORPUS),
        subjects,
        1,
        2,
        true,
        true,
        Duration.ofSeconds(30),
        folder.resolve("journal"));
  }

  /** Gathers in chunks of some sessions, of which what is known passes through files. */
  private static SessionEngine inChunks(int size) {
    ThreadEngine threads = new ThreadEngine();
    return new SessionEngine() {
      @Override
      public void evaluate(Assignment assignment, List<String> sessions, Consumer<String> finished)
          throws IOException {
        threads.evaluate(assignment, sessions, finished);
      }

      @Override
      public void gather(Assignment assignment, Gathering gathering, ChunkSink sink)
          throws IOException {
        Corpus corpus = assignment.evaluation().corpus();
        List<Chunk> chunks = Chunk.of(corpus.sessionIds(), size);
        Gatherer gatherer = new Gatherer(corpus, assignment.journal(), gathering);
        Parts parts = assignment.journal().parts();
        for (int i = chunks.size() - 1; i >= 0; i--) {
          parts.keep(gatherer.gather(chunks.get(i)));
          parts.keep(gatherer.gather(chunks.get(i)));
        }
        for (Chunk chunk : chunks) {
          sink.take(parts.take(chunk.number()));
        }
      }
    };
  }

  private record Gathered(List<RunTally> tallies, Map<String, String> files) {}

  private Gathered gather(Run run, String name) throws IOException {
    List<BundleDraft> drafts = new ArrayList<>();
    Path bundles = Files.createDirectories(folder.resolve(name));
    for (Subject subject : subjects) {
      drafts.add(BundleDraft.open(bundles.resolve(subject.id())));
    }
    List<RunTally> tallies = run.gather(subjects.stream().map(its -> CRITERIA).toList(), drafts);
    return new Gathered(tallies, unpacked(bundles));
  }

  private static Map<String, String> unpacked(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
          files.put(
              folder.relativize(file).toString(),
              new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    }
    return files;
  }

  @Test
  void whateverTheChunksItIsTheSame() throws IOException {
    Run run = new Run(evaluation(), (done, all) -> {});
    List<Run.Result> results = run.execute();
    Gathered whole = gather(run, "whole");
    Gathered parts = gather(new Run(evaluation(), inChunks(2), (done, all) -> {}), "parts");
    Gathered single = gather(new Run(evaluation(), inChunks(1), (done, all) -> {}), "single");
    assertThat(parts.files()).isEqualTo(whole.files()).isEqualTo(single.files());
    assertThat(whole.files()).hasSizeGreaterThanOrEqualTo(2 * subjects.size());
    for (int i = 0; i < subjects.size(); i++) {
      Evidence evidence = results.get(i).evidence();
      List<Scorecard> expected =
          whole.tallies().get(i).applied().stream()
              .map(policy -> Scorer.score("x", evidence, policy, List.of()))
              .toList();
      for (Gathered each : List.of(whole, parts, single)) {
        assertThat(each.tallies().get(i).scorecards("x")).isEqualTo(expected);
        assertThat(each.tallies().get(i).counts())
            .isEqualTo(RunTally.of(evidence, CRITERIA).counts());
      }
    }
    assertThat(whole.tallies().get(0).applied()).containsExactly(Policy.OWN);
    assertThat(whole.tallies().get(1).applied()).isEqualTo(CRITERIA.policies());
    assertThat(whole.tallies().get(2).applied()).isEqualTo(CRITERIA.policies());
  }

  @Test
  void whatAKilledRunLeftIsNotCounted() throws IOException {
    Run run = new Run(evaluation(), (done, all) -> {});
    run.execute();
    Map<String, String> expected = gather(run, "whole").files();
    Path parts = journal().resolve("parts");
    Files.writeString(parts.resolve("000000-0-observations.jsonl.gz"), "half of a part");
    Files.writeString(parts.resolve("000000-0-observations.jsonl.gz.x.unfinished"), "half");
    assertThat(gather(run, "again").files()).isEqualTo(expected);
    run.forget();
    assertThat(folder.resolve("journal")).doesNotExist();
  }

  @Test
  void aSessionThatWentMissingIsNamed() throws IOException {
    Run run = new Run(evaluation(), (done, all) -> {});
    run.execute();
    try (Stream<Path> entries = Files.list(journal())) {
      Path part = entries.filter(Files::isRegularFile).findFirst().orElseThrow();
      Files.writeString(part, "damaged");
    }
    assertThatThrownBy(() -> gather(run, "damaged"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is missing or damaged; repeat the command");
    run.execute();
    assertThat(gather(run, "mended").tallies().get(0).counts().sessions())
        .isEqualTo(evaluation().corpus().sessionIds().size());
  }

  @Test
  void partsThatAreNotSharedAreNotTakenForEmpty() throws IOException {
    Run run = new Run(evaluation(), (done, all) -> {});
    run.execute();
    SessionEngine forgetful =
        new SessionEngine() {
          @Override
          public void evaluate(Assignment its, List<String> sessions, Consumer<String> finished) {}

          @Override
          public void gather(Assignment its, Gathering gathering, ChunkSink sink)
              throws IOException {
            Corpus corpus = its.evaluation().corpus();
            GatheredChunk chunk =
                new Gatherer(corpus, its.journal(), gathering).gather(Chunk.of(corpus).get(0));
            its.journal().parts().clear();
            sink.take(chunk);
          }
        };
    assertThatThrownBy(() -> gather(new Run(evaluation(), forgetful, (d, a) -> {}), "lost"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("all machines must share the journal");
  }

  private Path journal() throws IOException {
    try (Stream<Path> entries = Files.list(folder.resolve("journal"))) {
      return entries.min(Comparator.naturalOrder()).orElseThrow();
    }
  }
}

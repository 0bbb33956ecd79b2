package org.dreyfus.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.CorpusValidator;
import org.dreyfus.corpus.Session;
import org.dreyfus.recorder.scenario.Scenario;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The committed corpus is sound: it is data, but it is part of the program's promise. */
final class DefaultCorpusTest {

  private static final long LARGEST_BYTES = 12L << 20;

  private static Corpus corpus;

  @BeforeAll
  static void open() throws IOException {
    corpus = Corpus.open(Path.of("..", "corpora", "default"));
  }

  @Test
  void isValid() throws IOException {
    assertThat(CorpusValidator.problems(corpus)).isEmpty();
  }

  @Test
  void agreesWithItsCaptures() throws IOException {
    assertThat(CaptureAgreement.problems(corpus)).isEmpty();
  }

  @Test
  void reKeyingLeavesNoRecordedAddressWhereItCanBeRead() throws IOException {
    for (Session session : corpus.sessions()) {
      if (session.rekeying() == Session.Rekeying.FULL) {
        assertThat(Rekeyed.remaining(corpus, session)).as(session.id()).isEmpty();
      }
    }
  }

  @Test
  void isLargeAndSmallEnough() throws IOException {
    assertThat(corpus.sessions()).hasSizeGreaterThanOrEqualTo(80);
    assertThat(corpus.sessions().stream().map(Session::scenario).distinct().count())
        .isGreaterThanOrEqualTo(25);
    try (Stream<Path> files = Files.walk(corpus.folder())) {
      long bytes =
          files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
      assertThat(bytes).isLessThanOrEqualTo(LARGEST_BYTES);
    }
  }

  @Test
  void comesFromScenariosThatExist() {
    Set<String> known = Scenarios.all().stream().map(Scenario::id).collect(Collectors.toSet());
    assertThat(corpus.sessions()).allMatch(session -> known.contains(session.scenario()));
  }

  @Test
  void everySessionCanBearWitness() {
    assertThat(corpus.sessions())
        .allMatch(s -> s.checks().delivered() && s.checks().labelsConfirmed());
  }
}

package org.dreyfus.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dreyfus.corpus.Census;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.CorpusValidator;
import org.dreyfus.corpus.LegalBasis;
import org.dreyfus.corpus.LegalStatus;
import org.dreyfus.corpus.Pair;
import org.dreyfus.corpus.Protection;
import org.dreyfus.corpus.Role;
import org.dreyfus.corpus.Session;
import org.dreyfus.recorder.probe.NullProbe;
import org.dreyfus.recorder.probe.ProbeResult;
import org.dreyfus.recorder.scenario.Scenario;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The committed corpus is sound: it is data, but it is part of the program's promise. */
final class DefaultCorpusTest {

  private static final long LARGEST_BYTES = 36L << 20;

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
    assertThat(corpus.sessions()).hasSizeGreaterThanOrEqualTo(600);
    assertThat(corpus.sessions().stream().map(Session::scenario).distinct().count())
        .isGreaterThanOrEqualTo(160);
    try (Stream<Path> files = Files.walk(corpus.folder())) {
      long bytes =
          files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
      assertThat(bytes).isLessThanOrEqualTo(LARGEST_BYTES);
    }
  }

  /** EVIDENCE: about 20 clusters of pairs for each class, so that chance can be told. */
  @Test
  void hasPairsEnoughOfEveryProtection() throws IOException {
    Map<Pair.Type, Map<Protection, Integer>> clusters = new EnumMap<>(Pair.Type.class);
    for (Census.Pairs row : Census.of(corpus).pairs()) {
      clusters
          .computeIfAbsent(row.type(), type -> new EnumMap<>(Protection.class))
          .put(row.protection(), row.clusters());
    }
    assertThat(clusters).hasSize(2);
    clusters.forEach(
        (type, counts) -> {
          assertThat(counts.get(Protection.PLAIN)).as("%s plain", type).isGreaterThanOrEqualTo(20);
          assertThat(counts.get(Protection.ENCRYPTED))
              .as("%s encrypted", type)
              .isGreaterThanOrEqualTo(20);
          assertThat(
                  counts.getOrDefault(Protection.OBFUSCATED, 0)
                      + counts.getOrDefault(Protection.TUNNELLED, 0))
              .as("%s obfuscated and tunnelled", type)
              .isGreaterThanOrEqualTo(20);
        });
  }

  @Test
  void everyLabelAxisIsPopulated() throws IOException {
    Map<String, Set<String>> seen = new HashMap<>();
    Census.of(corpus)
        .axes()
        .forEach(s -> seen.computeIfAbsent(s.axis(), axis -> new HashSet<>()).add(s.value()));
    assertThat(seen.get("legalStatus")).containsAll(names(LegalStatus.values()));
    assertThat(seen.get("legalBasis")).containsAll(names(LegalBasis.values()));
    assertThat(seen.get("protection")).contains("PLAIN", "ENCRYPTED", "OBFUSCATED", "TUNNELLED");
    assertThat(seen.get("role")).containsAll(names(Role.values()));
    assertThat(seen.get("origin"))
        .contains("RECORDED", "REENACTED A", "REENACTED B", "REENACTED C");
  }

  private static List<String> names(Enum<?>[] values) {
    return Stream.of(values).map(Enum::name).toList();
  }

  /** The null probe is a release gate; the full one is {@code dreyfus corpus probe}. */
  @Test
  void membersOfPairsCannotBeToldApart() throws IOException {
    for (Pair.Type type : Pair.Type.values()) {
      ProbeResult result = NullProbe.run(corpus, type, 999);
      assertThat(result.isTestable()).isTrue();
      assertThat(result.isFailed()).as("%s: %s", type, result.sentence()).isFalse();
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

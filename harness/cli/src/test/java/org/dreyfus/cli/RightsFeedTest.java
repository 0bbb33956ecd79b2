package org.dreyfus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dreyfus.bundle.Bundle;
import org.dreyfus.bundle.BundleReader;
import org.dreyfus.bundle.Verification;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.Label;
import org.dreyfus.corpus.Pair;
import org.dreyfus.corpus.RegisteredWork;
import org.dreyfus.corpus.Role;
import org.dreyfus.corpus.Session;
import org.dreyfus.corpus.Work;
import org.dreyfus.scoring.AccusedHosts;
import org.dreyfus.scoring.Observation;
import org.dreyfus.scoring.RunEvidence;
import org.dreyfus.scoring.Scorecard;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rights feed and accusations on the whole default corpus, against its labels. */
@Tag("slow")
class RightsFeedTest {

  @TempDir static Path folder;

  private static Corpus corpus;
  private static Set<String> registered;

  @BeforeAll
  static void run() throws IOException {
    Cli.Ended ended =
        Cli.run(
            "evaluate",
            "--classifier",
            "content-id,peer-list-accuser",
            "--no-witness-check",
            "--out",
            folder.resolve("out").toString());
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    corpus = Corpus.open(Installation.corpus("default"));
    registered =
        corpus.identifiers().orElseThrow().works().stream()
            .map(RegisteredWork::sha256)
            .collect(Collectors.toSet());
  }

  private static RunEvidence evidence(String row) throws IOException {
    return RunEvidence.of(BundleReader.read(folder.resolve("out").resolve(row)).evidence());
  }

  private static boolean isRegistered(Observation flow) {
    return flow.label()
        .work()
        .map(id -> Optional.ofNullable(corpus.works().get(id)))
        .flatMap(work -> work.map(Work::sha256))
        .filter(registered::contains)
        .isPresent();
  }

  private static boolean isBlocked(Observation flow) {
    return flow.verdict() == Observation.VerdictKind.BLOCK;
  }

  @Test
  void whateverIsBlockedCarriesOrServesARegisteredWork() throws IOException {
    assertThat(evidence("content-id").observations().stream().filter(RightsFeedTest::isBlocked))
        .hasSizeGreaterThan(1_000)
        .allMatch(RightsFeedTest::isRegistered)
        .allMatch(flow -> flow.decidedAtPacket() <= flow.lastPayloadPacket());
  }

  @Test
  void withoutTheFeedNothingIsBlocked() throws IOException {
    assertThat(evidence("content-id-without-rights").observations())
        .noneMatch(RightsFeedTest::isBlocked);
  }

  @Test
  void everyBundleSaysWhatTheOthersDid() throws IOException {
    Map<String, Integer> pairRows = new TreeMap<>();
    Bundle bundle = BundleReader.read(folder.resolve("out/content-id"));
    bundle
        .beside()
        .orElseThrow()
        .blockers()
        .forEach(other -> pairRows.put(other.classifier(), other.pairRows().size()));
    assertThat(pairRows).containsOnlyKeys("content-id-without-rights", "peer-list-accuser");
    assertThat(pairRows.get("content-id-without-rights"))
        .isEqualTo(bundle.scorecards().get(0).pairRows().size());
    assertThat(pairRows.get("peer-list-accuser")).isZero();
    assertThat(Verification.problems(folder.resolve("out/content-id"))).isEmpty();
    Path page = folder.resolve("page.html");
    Cli.run("report", folder.resolve("out/content-id").toString(), "--out", page.toString());
    assertThat(page)
        .hasSameTextualContentAs(folder.resolve("out/content-id/scorecard.html"))
        .content()
        .contains("The classifier was run twice", "without the rights feed");
  }

  /** Identical bytes: who has leave to distribute them cannot be told from the feed. */
  @Test
  void membersOfPairsOfTypeLFareAlike() throws IOException {
    Map<String, Set<String>> outcomes = new TreeMap<>();
    Map<String, List<Observation>> flows = bySession(evidence("content-id"));
    for (Session session : corpus.sessions()) {
      session
          .pair()
          .filter(pair -> pair.type() == Pair.Type.L)
          .ifPresent(
              pair ->
                  outcomes
                      .computeIfAbsent(pair.id(), id -> new TreeSet<>())
                      .add(outcome(flows.getOrDefault(session.id(), List.of()))));
    }
    assertThat(outcomes).hasSizeGreaterThan(100);
    assertThat(outcomes).allSatisfy((pair, its) -> assertThat(its).as(pair).hasSize(1));
  }

  /** The honest table: sessions that move a registered work, by what can be seen of it. */
  @Test
  void rightOnPlainAndBlindOnEncrypted() throws IOException {
    Map<String, Map<String, Integer>> table = new TreeMap<>();
    bySession(evidence("content-id"))
        .forEach(
            (session, flows) -> {
              if (flows.stream().anyMatch(f -> isContent(f) && isRegistered(f))) {
                table
                    .computeIfAbsent(route(flows), route -> new TreeMap<>())
                    .merge(outcome(flows), 1, Integer::sum);
              }
            });
    Golden.check(
        "content-id-routes.txt",
        table.entrySet().stream().map(row -> row.getKey() + ": " + row.getValue()).toList());
  }

  private static Map<String, List<Observation>> bySession(RunEvidence evidence) {
    return evidence.observations().stream().collect(Collectors.groupingBy(Observation::session));
  }

  private static boolean isContent(Observation flow) {
    return flow.label().role() == Role.CONTENT;
  }

  private static String route(List<Observation> flows) {
    return flows.stream()
        .filter(RightsFeedTest::isContent)
        .map(Observation::label)
        .map(RightsFeedTest::route)
        .collect(Collectors.toCollection(TreeSet::new))
        .stream()
        .collect(Collectors.joining(" + "));
  }

  private static String route(Label label) {
    return label.protection()
        + " "
        + label.protocol()
        + label.carries().map(inner -> " with " + inner).orElse("");
  }

  private static String outcome(List<Observation> flows) {
    long all = 0;
    long passed = 0;
    for (Observation flow : flows) {
      all += flow.contentBytes();
      passed += isBlocked(flow) ? flow.contentBytesBeforeBlock() : flow.contentBytes();
    }
    if (2 * passed <= all) {
      return "prevented";
    } else if (flows.stream().anyMatch(flow -> isContent(flow) && isBlocked(flow))) {
      return "blocked too late";
    }
    return flows.stream().anyMatch(RightsFeedTest::isBlocked) ? "only its lookup" : "passed";
  }

  /**
   * Counted apart from this program: packets split by tshark, peer lists found by regular
   * expressions over the streams, hosts judged by flows.jsonl.
   */
  @Test
  void accusationsComeToWhatWasCountedApart() throws IOException {
    Scorecard card = BundleReader.read(folder.resolve("out/peer-list-accuser")).scorecards().get(0);
    AccusedHosts accused = card.accusations().orElseThrow();
    assertThat(accused.hosts()).isEqualTo(392);
    assertThat(accused.unlicensed()).isEqualTo(174);
    assertThat(accused.lawful()).isEqualTo(206);
    assertThat(accused.noWork()).isEqualTo(12);
    assertThat(accused.undetermined()).isZero();
    assertThat(accused.nobody()).isZero();
    assertThat(accused.falseShare()).isPresent();
  }
}

package org.dreyfus.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.Host;
import org.dreyfus.corpus.IpLiteral;
import org.dreyfus.corpus.LegalBasis;
import org.dreyfus.corpus.LegalStatus;
import org.dreyfus.corpus.Role;
import org.dreyfus.corpus.Session;
import org.dreyfus.scoring.Accusation;
import org.dreyfus.scoring.Observation;
import org.dreyfus.scoring.Outcome;
import org.dreyfus.scoring.Policy;
import org.dreyfus.scoring.RunEvidence;
import org.dreyfus.scoring.Scorecard;
import org.dreyfus.scoring.Scorer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunTest {

  private static final Path CORPUS = Path.of("src/test/resources/golden/three-stories/corpus");

  @TempDir Path folder;

  private List<Run.Result> run(Subject... subjects) throws IOException {
    return run(1, true, Duration.ofSeconds(30), subjects);
  }

  private List<Run.Result> run(int threads, boolean blinded, Duration limit, Subject... subjects)
      throws IOException {
    return held(new Run(evaluation(threads, blinded, limit, subjects), (done, all) -> {}));
  }

  /** Results as they are now, whatever becomes of the journal. */
  private static List<Run.Result> held(Run run) throws IOException {
    List<Run.Result> results = new ArrayList<>();
    for (Run.Result result : run.execute()) {
      results.add(new Run.Result(result.subject(), RunEvidence.of(result.evidence())));
    }
    return results;
  }

  private Evaluation evaluation(int threads, boolean blinded, Duration limit, Subject... subjects)
      throws IOException {
    return new Evaluation(
        Corpus.open(CORPUS),
        List.of(subjects),
        1,
        threads,
        blinded,
        blinded,
        limit,
        folder.resolve("journal"));
  }

  private static Set<InetAddress> recordedAddresses() throws IOException {
    return Corpus.open(CORPUS).sessions().stream()
        .flatMap(session -> session.hosts().stream())
        .map(host -> IpLiteral.parse(host.address()))
        .collect(Collectors.toSet());
  }

  @Test
  void whatWasLearntIsCarriedOverByCluster() throws IOException {
    List<Session> known = Corpus.open(CORPUS).sessions();
    Map<String, Map<String, String>> learnt = new TreeMap<>();
    known.forEach(session -> learnt.put(session.id(), Map.of("model", "not " + session.cluster())));
    Subject plain = Fakes.always("a", Fakes.ALLOW);
    Subject trained = new Subject(plain.execution(), Map.of("digest", "x"), Set.of(), learnt);
    List<Session> fresh =
        List.of(
            Fakes.session(known.get(0), "new-1", known.get(0).cluster()),
            Fakes.session(known.get(0), "new-2", known.get(1).cluster()),
            Fakes.session(known.get(0), "new-3", "a cluster that nobody knew"));
    Subject over = trained.carriedOver(known, fresh);
    assertThat(over.learnt().keySet()).containsExactlyInAnyOrder("new-1", "new-2", "new-3");
    assertThat(over.optionsFor(fresh.get(0)))
        .containsEntry("model", "not " + known.get(0).cluster())
        .containsEntry("digest", "x");
    assertThat(over.optionsFor(fresh.get(1)))
        .containsEntry("model", "not " + known.get(1).cluster());
    assertThat(learnt).containsValue(over.learnt().get("new-3"));
    assertThat(plain.carriedOver(known, fresh)).isEqualTo(plain);
  }

  @Test
  void theScoreUnderTheFirstKeyStandsAndMakesNoVerdictUnstable() throws IOException {
    RunEvidence checked = RunEvidence.of(run(Fakes.scoring()).get(0).evidence());
    assertThat(checked.unstable()).isEmpty();
    assertThat(checked.observations()).allSatisfy(o -> assertThat(o.score()).isPresent());
    Evaluation onePass =
        Fakes.onePass(Corpus.open(CORPUS), List.of(Fakes.scoring()), folder.resolve("journal"));
    assertThat(
            RunEvidence.of(new Run(onePass, (done, all) -> {}).execute().get(0).evidence())
                .observations())
        .isEqualTo(checked.observations());
    assertThat(RunEvidence.of(run(Fakes.always("a", Fakes.ALLOW)).get(0).evidence()).observations())
        .allSatisfy(o -> assertThat(o.score()).isEmpty());
  }

  @Test
  void everyFlowIsObservedOnceForEachClassifier() throws IOException {
    List<Run.Result> results = run(Fakes.always("a", Fakes.BLOCK), Fakes.always("b", Fakes.ALLOW));
    Corpus corpus = Corpus.open(CORPUS);
    int flows = 0;
    for (Session session : corpus.sessions()) {
      flows += corpus.flows(session).size();
    }
    assertThat(RunEvidence.of(results.get(0).evidence()).observations())
        .hasSize(flows)
        .allMatch(o -> o.action() == Observation.Action.BLOCK && o.decidedAtPacket() == 1);
    assertThat(RunEvidence.of(results.get(1).evidence()).observations())
        .hasSize(flows)
        .allMatch(o -> o.contentBytesBeforeBlock() == 0 && o.action() == Observation.Action.PASS);
  }

  @Test
  void threadsMakeNoDifference() throws IOException {
    List<Run.Result> one = run(1, true, Duration.ofSeconds(30), Fakes.superstitious());
    new Run(evaluation(1, true, Duration.ofSeconds(30), Fakes.superstitious()), (done, all) -> {})
        .forget();
    List<Run.Result> four = run(4, true, Duration.ofSeconds(30), Fakes.superstitious());
    assertThat(RunEvidence.of(four.get(0).evidence()))
        .isEqualTo(RunEvidence.of(one.get(0).evidence()));
  }

  @Test
  void aCrashCostsItsUndecidedFlowsAndNobodyElse() throws IOException {
    List<Run.Result> results = run(Fakes.crashing(), Fakes.always("b", Fakes.BLOCK));
    assertThat(RunEvidence.of(results.get(0).evidence()).observations())
        .allSatisfy(
            o -> {
              assertThat(o.outcome()).isInstanceOf(Outcome.Crashed.class);
              assertThat(((Outcome.Crashed) o.outcome()).cause())
                  .contains("boom")
                  .doesNotContain("\n");
            });
    assertThat(RunEvidence.of(results.get(1).evidence()).observations())
        .allMatch(o -> o.outcome() instanceof Outcome.Answered);
    assertThat(results.get(0).isSilent()).isTrue();
    assertThat(results.get(1).isSilent()).isFalse();
    Scorecard card =
        Scorer.score("crashing", RunEvidence.of(results.get(0).evidence()), Policy.OWN, List.of());
    assertThat(card.headline().falsePositives().errorsIfUnansweredWrong())
        .isEqualTo(card.headline().falsePositives().sessions());
  }

  @Test
  void aHangingClassifierTimesOutAndTheOthersAnswer() throws IOException {
    List<Run.Result> results =
        run(2, false, Duration.ofMillis(400), Fakes.hanging(), Fakes.always("b", Fakes.ALLOW));
    assertThat(RunEvidence.of(results.get(0).evidence()).observations())
        .isNotEmpty()
        .allMatch(o -> o.outcome() instanceof Outcome.TimedOut);
    assertThat(RunEvidence.of(results.get(1).evidence()).observations())
        .allMatch(o -> o.outcome() instanceof Outcome.Answered);
  }

  @Test
  void aClassifierThatCannotStartEndsTheRun() {
    Subject broken =
        Fakes.subject(
            "broken",
            configuration -> {
              throw new IllegalArgumentException("option 'x' is missing");
            });
    assertThatThrownBy(() -> run(broken))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("classifier 'broken' cannot start: option 'x' is missing");
  }

  @Test
  void noRecordedAddressReachesAClassifier() throws IOException {
    Fakes.Spy spy = new Fakes.Spy();
    Evaluation blindOnly =
        Fakes.onePass(Corpus.open(CORPUS), List.of(spy.subject()), folder.resolve("journal"));
    new Run(blindOnly, (done, all) -> {}).execute();
    Set<InetAddress> recorded = recordedAddresses();
    assertThat(spy.addresses).isNotEmpty().doesNotContainAnyElementsOf(recorded);
    for (InetAddress address : recorded) {
      String text = address.getHostAddress();
      assertThat(spy.payloads).noneMatch(payload -> payload.contains(text));
    }
  }

  @Test
  void anAnswerThatHangsOnTheKeyIsUnstable() throws IOException {
    assertThat(RunEvidence.of(run(Fakes.superstitious()).get(0).evidence()).unstable())
        .isNotEmpty();
    assertThat(RunEvidence.of(run(Fakes.always("b", Fakes.BLOCK)).get(0).evidence()).unstable())
        .isEmpty();
  }

  @Test
  void accusationsNameRecordedHosts() throws IOException {
    Set<String> hosts =
        Corpus.open(CORPUS).sessions().stream()
            .flatMap(session -> session.hosts().stream())
            .map(Host::address)
            .collect(Collectors.toSet());
    assertThat(RunEvidence.of(run(Fakes.accuser()).get(0).evidence()).accusations())
        .isNotEmpty()
        .allMatch(accusation -> hosts.contains(accusation.host()));
  }

  @Test
  void accusationsSayWhatTheLabelsSayOfTheHost() throws IOException {
    Map<String, Set<Accusation.Deed>> bySession = new TreeMap<>();
    for (Accusation accusation :
        RunEvidence.of(run(Fakes.accuser()).get(0).evidence()).accusations()) {
      bySession
          .computeIfAbsent(accusation.session(), id -> EnumSet.noneOf(Accusation.Deed.class))
          .add(accusation.deed());
    }
    Corpus corpus = Corpus.open(CORPUS);
    for (Session session : corpus.sessions()) {
      Set<LegalStatus> moved =
          corpus.flows(session).stream()
              .map(flow -> flow.label())
              .filter(
                  label ->
                      label.role() == Role.CONTENT && label.legalBasis() != LegalBasis.NOT_CONTENT)
              .map(label -> label.legalStatus())
              .collect(Collectors.toSet());
      Set<Accusation.Deed> deeds = bySession.getOrDefault(session.id(), Set.of());
      assertThat(deeds.contains(Accusation.Deed.UNLICENSED))
          .as(session.id())
          .isEqualTo(moved.contains(LegalStatus.INFRINGING));
      assertThat(deeds.contains(Accusation.Deed.LAWFUL))
          .as(session.id())
          .isEqualTo(moved.contains(LegalStatus.LEGAL));
    }
    assertThat(bySession.values().stream().flatMap(Set::stream).collect(Collectors.toSet()))
        .contains(Accusation.Deed.UNLICENSED, Accusation.Deed.LAWFUL, Accusation.Deed.NO_WORK);
  }

  @Test
  void aKilledRunGoesOnWhereItStopped() throws IOException {
    AtomicInteger opened = new AtomicInteger();
    Subject counting =
        Fakes.subject(
            "counting",
            configuration -> {
              opened.incrementAndGet();
              return (flow, packet) -> Fakes.BLOCK;
            });
    List<Run.Result> whole = run(counting);
    int passes = opened.getAndSet(0);
    Path part = firstPart();
    Files.writeString(part, Files.readString(part).substring(0, 100));
    List<Run.Result> resumed = run(counting);
    assertThat(opened.get()).isEqualTo(4).isLessThan(passes);
    assertThat(RunEvidence.of(resumed.get(0).evidence()))
        .isEqualTo(RunEvidence.of(whole.get(0).evidence()));
  }

  private Path firstPart() throws IOException {
    try (Stream<Path> entries = Files.walk(folder.resolve("journal"))) {
      return entries.filter(Files::isRegularFile).min(Comparator.naturalOrder()).orElseThrow();
    }
  }

  @Test
  void aCorpusWhoseLabelsDoNotFitIsRefused() throws IOException {
    Path copy = Fakes.copyOf(CORPUS, folder.resolve("corpus"));
    Path flows;
    try (Stream<Path> entries = Files.walk(copy)) {
      flows = entries.filter(p -> p.endsWith("flows.jsonl")).findFirst().orElseThrow();
    }
    List<String> lines = Files.readAllLines(flows);
    Files.write(flows, lines.subList(1, lines.size()));
    Evaluation broken =
        new Evaluation(
            Corpus.open(copy),
            List.of(Fakes.always("a", Fakes.BLOCK)),
            1,
            1,
            true,
            true,
            Duration.ofSeconds(30),
            folder.resolve("journal"));
    assertThatThrownBy(() -> new Run(broken, (done, all) -> {}).execute())
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("has no label")
        .hasMessageContaining("corpus validate");
  }
}

package org.dreyfus.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.dreyfus.corpus.LegalStatus;
import org.dreyfus.corpus.Pair;
import org.dreyfus.corpus.Protection;
import org.dreyfus.corpus.Role;
import org.dreyfus.scoring.Cases.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts of a run add up to the whole, however it was cut, whoever counted. */
class ScoreTallyTest {

  private static final Policy PEERS =
      new Policy(1, "p2p", "P2P", "Blocks two protocols.", Set.of("BitTorrent", "SSH"));

  private static final List<String> PROTOCOLS = List.of("HTTP", "TLS", "BitTorrent", "SSH");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void partsAddUp(long seed) throws Exception {
    Random random = new Random(seed);
    RunEvidence run = run(random);
    for (Policy policy : List.of(Policy.OWN, PEERS)) {
      Scorecard whole = Scorer.score("x", run, policy, claims());
      List<SessionEvidence> sessions = sessions(run);
      Collections.shuffle(sessions, random);
      ScoreTally sum = ScoreTally.of(run.facts(), policy, claims());
      for (int from = 0; from < sessions.size(); ) {
        int to = Math.min(sessions.size(), from + 1 + random.nextInt(9));
        ScoreTally part = ScoreTally.of(run.facts(), policy, claims());
        sessions.subList(from, to).forEach(part::add);
        if (random.nextBoolean()) {
          sum.add(part);
        } else {
          sum.add(sent(part.counts()));
        }
        from = to;
      }
      assertThat(sum.scorecard("x")).isEqualTo(whole);
    }
  }

  @Test
  void namesNoMoreErrorsThanThereIsRoomFor() {
    int many = SessionError.MOST_NAMED + 500;
    Cases cases = new Cases();
    for (int i = 0; i < many; i++) {
      String id = "s-%05d".formatted(many - i);
      cases.session(
          "c" + i % 7, id, "HTTP", Protection.PLAIN, LegalStatus.LEGAL, Answer.BLOCKS_AT_ONCE);
    }
    Scorecard card = Scorer.score("x", cases.evidence(), Policy.OWN, List.of());
    assertThat(card.headline().falsePositives().errors()).isEqualTo(many);
    assertThat(card.falsePositives()).hasSize(SessionError.MOST_NAMED);
    assertThat(card.falsePositives().get(0).session()).isEqualTo("s-00001");
    assertThat(card.falsePositives().get(SessionError.MOST_NAMED - 1).session())
        .isEqualTo("s-02000");
  }

  private static List<SessionEvidence> sessions(RunEvidence run) {
    try (Stream<SessionEvidence> all = run.bySession()) {
      return new ArrayList<>(all.toList());
    }
  }

  private static ScoreCounts sent(ScoreCounts counts) throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(counts);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (ScoreCounts) in.readObject();
    }
  }

  private static RunEvidence run(Random random) {
    Cases cases = new Cases();
    for (int i = 0; i < 60; i++) {
      String cluster = "cluster-%02d".formatted(i);
      String protocol = pick(PROTOCOLS, random);
      cases.pair(cluster, protocol, answer(random), answer(random));
      for (int more = random.nextInt(3); more > 0; more--) {
        cases.session(
            cluster + "-more",
            cluster + "-more-" + more,
            pick(PROTOCOLS, random),
            pick(List.of(Protection.values()), random),
            pick(List.of(LegalStatus.LEGAL, LegalStatus.INFRINGING), random),
            answer(random));
        if (random.nextInt(3) == 0) {
          cases.scored(random.nextInt(20) / 20.0);
        }
        if (random.nextInt(4) == 0) {
          cases
              .named(pick(List.of("TLS", "BitTorrent", "Unknown"), random))
              .carrying(random.nextInt(2000));
          cases.alsoFlow(Role.CONTENT, LegalStatus.INFRINGING, answer(random));
        }
        cases.alsoFlow(pick(List.of(Role.values()), random), LegalStatus.LEGAL, answer(random));
        cases.accused(
            cluster + "-more-" + more, "10.0.0.1", pick(List.of(Accusation.Deed.values()), random));
      }
    }
    return cases.evidence(
        Set.of(new FlowRef("cluster-03-lawful", 1), new FlowRef("cluster-07-unlicensed", 1)),
        3,
        random.nextBoolean(),
        Set.of());
  }

  private static List<ClaimFile> claims() {
    Population all = Population.everything();
    Population lawful = all.only(Legality.LEGAL);
    Population unlicensed = all.only(Legality.INFRINGING);
    return List.of(
        new ClaimFile(
            1,
            "f",
            "F",
            "Test.",
            false,
            Optional.empty(),
            List.of(
                claim(lawful, new Hypothesis.NeverBlocked()),
                claim(unlicensed, new Hypothesis.AlwaysBlocked()),
                claim(all, new Hypothesis.Distinguishes(0.2, Optional.of(Pair.Type.W))),
                claim(
                    all.under(Set.of(Protection.ENCRYPTED)),
                    new Hypothesis.Alike(
                        Hypothesis.Metric.WORK_BLOCKED, Set.of(Protection.PLAIN), 0.1)),
                claim(lawful, new Hypothesis.AtMost(Hypothesis.Metric.ANY_BLOCKED, 0.01)),
                claim(unlicensed, new Hypothesis.AtLeast(Hypothesis.Metric.WORK_BLOCKED, 0.9)))));
  }

  private static Claim claim(Population population, Hypothesis hypothesis) {
    return new Claim(
        hypothesis.getClass().getSimpleName(),
        "quote",
        true,
        "source",
        "vendor",
        "box",
        "reading",
        population,
        hypothesis,
        Set.of());
  }

  private static Answer answer(Random random) {
    return pick(List.of(Answer.values()), random);
  }

  private static <T> T pick(List<T> from, Random random) {
    return from.get(random.nextInt(from.size()));
  }
}

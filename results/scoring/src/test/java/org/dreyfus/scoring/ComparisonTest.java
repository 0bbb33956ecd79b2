package org.dreyfus.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.dreyfus.corpus.vocabulary.TrafficClass;
import org.dreyfus.scoring.Cases.Answer;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  @Test
  void aBlockerIsNoWorseThanItself() {
    RunEvidence run = run(30, Answer.BLOCKS_AT_ONCE);
    Comparison.Difference lawful = Scorer.compare(run, Policy.OWN, run, Policy.OWN).lawful();
    assertThat(lawful.difference()).isZero();
    assertThat(lawful.p()).isEqualTo(1);
    assertThat(lawful.lower()).isNegative();
    assertThat(lawful.upper()).isPositive().isEqualTo(-lawful.lower());
  }

  @Test
  void errorsOfOneOnlyAreItsDifference() {
    Comparison comparison =
        Scorer.compare(
            run(30, Answer.BLOCKS_AT_ONCE), Policy.OWN, run(30, Answer.ALLOWS), Policy.OWN);
    assertThat(comparison.lawful().difference()).isEqualTo(1);
    assertThat(comparison.lawful().lower()).isGreaterThan(0.7);
    assertThat(comparison.lawful().p()).isLessThan(0.001);
    assertThat(comparison.unlicensed().difference()).isZero();
  }

  @Test
  void otherSessionsAreNotCompared() {
    RunEvidence other =
        new Cases()
            .pair("other", "HTTP", Answer.ALLOWS, Answer.ALLOWS)
            .evidence(Set.of(), 3, false, Set.of());
    assertThatThrownBy(() -> Scorer.compare(run(1, Answer.ALLOWS), Policy.OWN, other, Policy.OWN))
        .hasMessageContaining("stand beside each other");
    assertThatThrownBy(
            () ->
                Scorer.compare(
                    run(1, Answer.ALLOWS), Policy.OWN, run(2, Answer.ALLOWS), Policy.OWN))
        .hasMessageContaining("different sessions");
  }

  @Test
  void totalsHaveAnIntervalOnlyWhereClustersAreEnough() {
    assertThat(
            Bootstrap.of(
                IntStream.range(0, 39).mapToObj(i -> new Bootstrap.Counts(i % 2, 1)).toList()))
        .isEmpty();
    assertThat(
            Bootstrap.of(
                IntStream.range(0, 80)
                    .mapToObj(i -> new Bootstrap.Counts(i < 4 ? 1 : 0, 1))
                    .toList()))
        .isEmpty();
    Optional<Bootstrap> half =
        Bootstrap.of(
            IntStream.range(0, 100).mapToObj(i -> new Bootstrap.Counts(i % 2, 1)).toList());
    assertThat(half.orElseThrow().lower()).isBetween(0.38, 0.43);
    assertThat(half.orElseThrow().upper()).isBetween(0.57, 0.62);
  }

  @Test
  void whoIsStoppedDependsOnPrevalenceAndMix() {
    Consequences all =
        Scorer.score("x", run(30, Answer.BLOCKS_AT_ONCE), Policy.OWN, List.of()).consequences();
    Map<TrafficClass, Double> web = Map.of(TrafficClass.WEB, 1.0);
    Consequences.Deserved deserved = all.deserved(0.01, web, web).orElseThrow();
    assertThat(deserved.low()).as("blocks everything").isBetween(0.008, 0.01);
    assertThat(deserved.high().orElseThrow()).isBetween(0.01, 0.012);
    assertThat(all.threeStrikes(100, web, true)).isEqualTo(1);
    Consequences none =
        Scorer.score("x", run(30, Answer.ALLOWS), Policy.OWN, List.of()).consequences();
    assertThat(none.deserved(0.01, web, web).orElseThrow().high())
        .as("no false positive seen is not none")
        .isEmpty();
    assertThat(none.threeStrikes(100, web, false)).isZero();
    Map<TrafficClass, Double> unmeasured = Map.of(TrafficClass.STREAMING, 1.0);
    assertThat(all.deserved(0.5, unmeasured, web).orElseThrow().high()).isEmpty();
  }

  @Test
  void habitsDecideWhoIsStruck() {
    Consequences tenth =
        new Consequences(
            List.of(),
            List.of(
                new Consequences.Habit(TrafficClass.WEB, 0, 9),
                new Consequences.Habit(TrafficClass.WEB, 1, 1)));
    Map<TrafficClass, Double> web = Map.of(TrafficClass.WEB, 1.0);
    assertThat(tenth.threeStrikes(10, web, true)).isEqualTo(0.1);
    assertThat(tenth.threeStrikes(10, web, false))
        .as("at least 3 of 10 at 0.1 each")
        .isBetween(0.0701, 0.0702);
  }

  private static RunEvidence run(int clusters, Answer lawful) {
    Cases cases = new Cases();
    for (int i = 0; i < clusters; i++) {
      cases.pair("cluster-" + i, "HTTP", lawful, Answer.BLOCKS_AT_ONCE);
    }
    return cases.evidence(Set.of(), 3, false, Set.of());
  }
}

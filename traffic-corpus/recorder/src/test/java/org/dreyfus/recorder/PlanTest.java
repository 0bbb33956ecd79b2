package org.dreyfus.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dreyfus.corpus.LegalBasis;
import org.dreyfus.corpus.LegalStatus;
import org.dreyfus.corpus.Pair;
import org.dreyfus.corpus.Work;
import org.dreyfus.recorder.scenario.Scenario;
import org.junit.jupiter.api.Test;

final class PlanTest {

  private static final int REPETITIONS = 3;

  @Test
  void theSameSeedPlansTheSame() {
    assertThat(works(7)).isEqualTo(works(7));
    assertThat(works(7)).doesNotContainAnyElementsOf(works(8));
  }

  @Test
  void aPlanForSomeIsPartOfThePlanForAll() {
    List<Scenario> some = Scenarios.all().subList(3, 5);
    Set<String> digests = digests(new Plan(7).sessions(some, REPETITIONS));
    assertThat(digests).isNotEmpty();
    assertThat(works(7)).containsAll(digests);
  }

  @Test
  void idsAreUnique() {
    List<Planned> all = flat(new Plan(7).sessions(Scenarios.all(), REPETITIONS));
    assertThat(all).extracting(Planned::id).doesNotHaveDuplicates();
    assertThat(all.stream().flatMap(p -> p.works().stream()).map(Work::id)).doesNotHaveDuplicates();
  }

  @Test
  void membersOfAPairDifferInRightsOnly() {
    for (List<Planned> together : pairs(7)) {
      assertThat(together).hasSize(2);
      Work one = together.get(0).work().orElseThrow();
      Work other = together.get(1).work().orElseThrow();
      assertThat(one.sizeBytes()).isEqualTo(other.sizeBytes());
      assertThat(one.mediaType()).isEqualTo(other.mediaType());
      boolean sameBytes = together.get(0).pair().orElseThrow().type() == Pair.Type.L;
      assertThat(one.sha256().equals(other.sha256())).isEqualTo(sameBytes);
      assertThat(one.title().equals(other.title())).isEqualTo(sameBytes);
      assertThat(Set.of(one.legalStatus(), other.legalStatus()))
          .containsExactlyInAnyOrder(LegalStatus.LEGAL, LegalStatus.INFRINGING);
      assertThat(together.get(0).coins()).isEqualTo(together.get(1).coins());
      assertThat(together.get(0).rolesSwapped()).isEqualTo(together.get(1).rolesSwapped());
    }
  }

  @Test
  void pairsAreOfBothTypes() {
    List<Pair.Type> types =
        pairs(7).stream().map(together -> together.get(0).pair().orElseThrow().type()).toList();
    int even = Collections.frequency(types, Pair.Type.L);
    assertThat(even).isPositive();
    assertThat(Collections.frequency(types, Pair.Type.W)).isEqualTo(2 * even);
  }

  @Test
  void coinsDecideWhatTheySay() {
    for (List<Planned> together : pairs(7)) {
      Map<String, String> coins = together.get(0).coins();
      Work first = together.get(0).work().orElseThrow();
      assertThat(coins.get("order")).isEqualTo(numberOf(first) + " first");
      String unlicensed =
          together.stream()
              .map(planned -> planned.work().orElseThrow())
              .filter(work -> work.legalBasis() == LegalBasis.UNLICENSED_COPY)
              .map(PlanTest::numberOf)
              .findFirst()
              .orElseThrow();
      assertThat(coins.get("rights")).isEqualTo(unlicensed + " unlicensed");
    }
  }

  @Test
  void everyCoinFallsBothWaysAndNoneFollowsAnother() {
    List<List<Planned>> pairs = pairs(7);
    Map<Set<String>, Long> falls =
        pairs.stream()
            .map(together -> (Set<String>) new TreeSet<>(together.get(0).coins().values()))
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    assertThat(falls).hasSize(8);
    double expected = pairs.size() / 8.0;
    assertThat(falls.values()).allMatch(n -> n > expected / 4 && n < expected * 3);
  }

  private static String numberOf(Work work) {
    return "work " + work.id().substring(work.id().length() - 1);
  }

  private static List<List<Planned>> pairs(long seed) {
    return new Plan(seed)
        .sessions(Scenarios.all(), REPETITIONS).stream()
            .filter(together -> together.get(0).pair().isPresent())
            .toList();
  }

  private static Set<String> works(long seed) {
    return digests(new Plan(seed).sessions(Scenarios.all(), REPETITIONS));
  }

  private static Set<String> digests(List<List<Planned>> plan) {
    return flat(plan).stream()
        .flatMap(planned -> planned.works().stream())
        .map(work -> work.sha256() + work.legalStatus())
        .collect(Collectors.toSet());
  }

  private static List<Planned> flat(List<List<Planned>> plan) {
    return plan.stream().flatMap(List::stream).toList();
  }
}

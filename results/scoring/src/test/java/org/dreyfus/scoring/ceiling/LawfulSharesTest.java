package org.dreyfus.scoring.ceiling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.dreyfus.corpus.vocabulary.TrafficClass;
import org.junit.jupiter.api.Test;

class LawfulSharesTest {

  private static Appearance seen(
      TrafficClass its, Set<String> protocols, String decisive, long legal, long infringing) {
    return new Appearance(its, protocols, Optional.of(decisive), legal, infringing);
  }

  @Test
  void aProtocolHasALimitWhenTheOthersDoNotSuffice() {
    List<Appearance> appearances =
        List.of(
            seen(TrafficClass.PEER_TO_PEER, Set.of("p", "dns"), "p", 2, 15),
            seen(TrafficClass.WEB, Set.of("w"), "w", 3, 4),
            seen(TrafficClass.WEB, Set.of("v", "w"), "v", 1, 1));
    Map<TrafficClass, Double> mix = Map.of(TrafficClass.PEER_TO_PEER, 0.1, TrafficClass.WEB, 0.9);
    List<LawfulShare> shares = LawfulShares.of(appearances, mix, 0.9, 0.01);
    assertThat(shares).extracting(LawfulShare::protocol).containsExactly("p", "w", "v");
    assertThat(shares.get(0).atMost().orElseThrow())
        .isCloseTo(0.01 / (1 - 0.1 / 0.75), within(1e-12));
    assertThat(shares.get(1).atMost().orElseThrow()).isCloseTo(0.02, within(1e-12));
    assertThat(shares.get(2).atMost()).as("the others suffice").isEmpty();
    assertThat(shares.get(0).decides()).isEqualTo(0.75);
    assertThat(shares.get(0).lawful()).isCloseTo(0.1, within(1e-12));
    assertThat(shares.get(1).lawful()).isCloseTo(0.9, within(1e-12));
    assertThat(shares.get(2).lawful()).isCloseTo(0.9 / 4, within(1e-12));
  }

  /** Where the ceiling meets both demands, no protocol is above its limit. */
  @Test
  void theCeilingNeverMeetsWhatTheSharesRuleOut() {
    SplittableRandom random = new SplittableRandom(5);
    List<String> names = List.of("a", "b", "c", "d");
    int met = 0;
    for (int run = 0; run < 400; run++) {
      List<Appearance> appearances = new ArrayList<>();
      for (String name : names) {
        appearances.add(seen(TrafficClass.WEB, Set.of(name), name, 0, 1 + random.nextInt(9)));
        appearances.add(seen(TrafficClass.WEB, Set.of(name), name, random.nextInt(3), 0));
      }
      appearances.add(seen(TrafficClass.WEB, Set.of("w"), "w", 20, 0));
      double wanted = 0.5 + random.nextDouble() / 2;
      double allowed = random.nextDouble() / 5;
      Map<TrafficClass, Double> mix = Map.of(TrafficClass.WEB, 1.0);
      if (CeilingFinder.of(appearances, mix).falsePositivesAt(wanted) <= allowed) {
        met++;
        assertThat(LawfulShares.of(appearances, mix, wanted, allowed))
            .allSatisfy(
                share ->
                    assertThat(share.lawful())
                        .isLessThanOrEqualTo(share.atMost().orElse(1.0) + 1e-9));
      }
    }
    assertThat(met).isBetween(50, 350);
  }

  @Test
  void whereNothingIsUnlicensedNothingDecides() {
    assertThat(
            LawfulShares.of(
                List.of(seen(TrafficClass.WEB, Set.of("w"), "w", 3, 0)),
                Map.of(TrafficClass.WEB, 1.0),
                0.9,
                0.01))
        .isEmpty();
  }
}

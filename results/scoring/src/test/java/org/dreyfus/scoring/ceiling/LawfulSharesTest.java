package org.dreyfus.scoring.ceiling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dreyfus.corpus.vocabulary.TrafficClass;
import org.junit.jupiter.api.Test;

class LawfulSharesTest {

  private static Appearance seen(
      TrafficClass its, Set<String> protocols, String decisive, long legal, long infringing) {
    return new Appearance(its, protocols, Optional.of(decisive), legal, infringing);
  }

  @Test
  void aProtocolIsNeededWhenTheOthersDoNotSuffice() {
    List<Appearance> appearances =
        List.of(
            seen(TrafficClass.PEER_TO_PEER, Set.of("p", "dns"), "p", 2, 15),
            seen(TrafficClass.WEB, Set.of("w"), "w", 3, 4),
            seen(TrafficClass.WEB, Set.of("v", "w"), "v", 1, 1));
    Map<TrafficClass, Double> mix = Map.of(TrafficClass.PEER_TO_PEER, 0.1, TrafficClass.WEB, 0.9);
    List<LawfulShare> shares = LawfulShares.of(appearances, mix, 0.9);
    assertThat(shares).extracting(LawfulShare::protocol).containsExactly("p", "w", "v");
    assertThat(shares).extracting(LawfulShare::needed).containsExactly(true, true, false);
    assertThat(shares.get(0).decides()).isEqualTo(0.75);
    assertThat(shares.get(0).lawful()).isCloseTo(0.1, within(1e-12));
    assertThat(shares.get(1).lawful()).isCloseTo(0.9, within(1e-12));
    assertThat(shares.get(2).lawful()).isCloseTo(0.9 / 4, within(1e-12));
  }

  @Test
  void whereNothingIsUnlicensedNothingDecides() {
    assertThat(
            LawfulShares.of(
                List.of(seen(TrafficClass.WEB, Set.of("w"), "w", 3, 0)),
                Map.of(TrafficClass.WEB, 1.0),
                0.9))
        .isEmpty();
  }
}

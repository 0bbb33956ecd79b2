package org.dreyfus.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.dreyfus.scoring.Cases.Answer;
import org.junit.jupiter.api.Test;

/** Blockers that must not look good by accident. */
class OddBlockersTest {

  private static final int CLUSTERS = 60;

  @Test
  void oneThatAlwaysCrashesSaysNothingInItsFavour() {
    Scorecard card = score(uniform(Answer.CRASHES, Answer.CRASHES));
    Rate lawful = card.headline().falsePositives();
    assertThat(lawful.errors()).isZero();
    assertThat(lawful.errorsIfUnansweredWrong()).isEqualTo(CLUSTERS);
    assertThat(lawful.upper()).isEqualTo(1);
    assertThat(card.headline().falseNegatives().upper()).isEqualTo(1);
    assertThat(card.flows()).allMatch(total -> total.unanswered() == total.flows());
    assertThat(card.routes()).allMatch(route -> route.unanswered() == route.contentBytes());
  }

  @Test
  void oneThatAlwaysBlocksHitsEverybodyAndTellsNobodyApart() {
    Scorecard card = score(uniform(Answer.BLOCKS_AT_ONCE, Answer.BLOCKS_AT_ONCE));
    assertThat(card.headline().falsePositives().clusterRate()).isEqualTo(1);
    assertThat(card.headline().falseNegatives().errors()).isZero();
    assertThat(card.pairs().difference()).isZero();
    assertThat(card.pairs().atChance()).isTrue();
    assertThat(card.ceiling().pairs().falsePositives()).isEqualTo(1);
    assertThat(card.ceiling().pairs().caught()).isEqualTo(1);
  }

  @Test
  void oneThatBlocksAtRandomIsNotToldFromChance() {
    int told = 0;
    for (long seed = 1; seed <= 40; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Cases cases = new Cases();
      for (int i = 0; i < CLUSTERS; i++) {
        cases.pair("cluster-" + i, "HTTP", tenth(random), tenth(random));
      }
      Discrimination pairs = score(cases).pairs();
      told += pairs.p() <= 0.05 ? 1 : 0;
      assertThat(pairs.lower()).isNegative();
      assertThat(pairs.upper()).isPositive();
    }
    assertThat(told).as("of 40 at a level of 5 %%").isLessThanOrEqualTo(6);
  }

  @Test
  void oneThatKnowsTheRightsStandsAboveTheCeiling() {
    Scorecard card = score(uniform(Answer.ALLOWS, Answer.BLOCKS_AT_ONCE));
    assertThat(card.headline().falsePositives().errors()).isZero();
    assertThat(card.headline().falseNegatives().errors()).isZero();
    assertThat(card.pairs().difference()).isEqualTo(1);
    assertThat(card.pairs().p()).isLessThan(0.001);
    ProtocolCeiling.Panel pairs = card.ceiling().pairs();
    assertThat(pairs.caught()).isGreaterThan(pairs.ceiling().caughtAt(pairs.falsePositives()));
  }

  private static Answer tenth(SplittableRandom random) {
    return random.nextInt(10) == 0 ? Answer.BLOCKS_AT_ONCE : Answer.ALLOWS;
  }

  private static Cases uniform(Answer lawful, Answer unlicensed) {
    Cases cases = new Cases();
    for (int i = 0; i < CLUSTERS; i++) {
      cases.pair("cluster-" + i, "HTTP", lawful, unlicensed);
    }
    return cases;
  }

  private static Scorecard score(Cases cases) {
    return Scorer.score("odd", cases.evidence(), Policy.OWN, List.of());
  }
}

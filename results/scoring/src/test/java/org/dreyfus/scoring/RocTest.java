package org.dreyfus.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.dreyfus.corpus.LegalStatus;
import org.dreyfus.corpus.Protection;
import org.dreyfus.corpus.Role;
import org.dreyfus.scoring.Cases.Answer;
import org.junit.jupiter.api.Test;

class RocTest {

  private static Cases session(
      Cases cases, String cluster, LegalStatus status, Answer answer, double score) {
    return cases
        .session(cluster, cluster + score + status, "HTTP", Protection.PLAIN, status, answer)
        .scored(score);
  }

  private static Cases pair(Cases cases, int i, double lawful, double unlicensed) {
    String cluster = "cluster-" + i;
    session(cases, cluster, LegalStatus.LEGAL, Answer.ALLOWS, lawful);
    return session(cases, cluster, LegalStatus.INFRINGING, Answer.BLOCKS_AT_ONCE, unlicensed);
  }

  private static Optional<Roc> roc(Cases cases) {
    return Scorer.score("test", cases.evidence(), Policy.OWN, List.of()).roc();
  }

  @Test
  void withoutAScoreThereIsNoLine() {
    assertThat(roc(new Cases().pair("a", "HTTP", Answer.ALLOWS, Answer.ALLOWS))).isEmpty();
  }

  @Test
  void everyClusterCountsAsOne() {
    Cases cases = new Cases();
    for (double score : new double[] {0.9, 0.8, 0.1}) {
      session(cases, "large", LegalStatus.LEGAL, Answer.ALLOWS, score);
    }
    session(cases, "small", LegalStatus.LEGAL, Answer.ALLOWS, 0.2);
    session(cases, "bad", LegalStatus.INFRINGING, Answer.ALLOWS, 0.8);
    Roc roc = roc(cases).orElseThrow();
    assertThat(roc.lawfulClusters()).isEqualTo(2);
    assertThat(roc.points())
        .extracting(point -> point.falsePositives().least())
        .containsExactly(0.0, 0.166667, 0.333333, 0.833333, 1.0);
    assertThat(roc.points())
        .extracting(point -> point.caught().most())
        .containsExactly(0.0, 0.0, 1.0, 1.0, 1.0);
    Roc.Share second = roc.points().get(2).falsePositives();
    assertThat(second.lower())
        .isCloseTo(ClusterInterval.lower(2.0 / 3, 2, Rate.ALPHA), within(1e-6));
    assertThat(second.upper())
        .isCloseTo(ClusterInterval.upper(2.0 / 3, 2, Rate.ALPHA), within(1e-6));
    assertThat(roc.blocker().caught().least()).isZero();
  }

  @Test
  void aSessionScoresAsItsHighestContentFlowAndNothingElse() {
    Cases cases = pair(new Cases(), 0, 0.2, 0.4);
    cases.alsoFlow(Role.CONTENT, LegalStatus.INFRINGING, Answer.ALLOWS).scored(0.6);
    cases.alsoFlow(Role.CONTROL, LegalStatus.INFRINGING, Answer.ALLOWS).scored(0.99);
    assertThat(roc(cases).orElseThrow().points())
        .extracting(Roc.Point::threshold)
        .containsExactly(Optional.empty(), Optional.of(0.6), Optional.of(0.2));
  }

  @Test
  void aFlowWithoutAnAnswerMakesARange() {
    Cases cases = pair(new Cases(), 0, 0.2, 0.4);
    cases.alsoFlow(Role.CONTENT, LegalStatus.INFRINGING, Answer.CRASHES);
    Roc roc = roc(cases).orElseThrow();
    assertThat(roc.unscored()).isEqualTo(1);
    Roc.Share first = roc.points().get(1).caught();
    assertThat(first.least()).isZero();
    assertThat(first.most()).isEqualTo(1);
    assertThat(first.upper()).isEqualTo(1);
    assertThat(roc.pairs().get(0).unscored()).isEqualTo(1);
    assertThat(roc.pairs().get(0).share()).isEqualTo(0.5);
  }

  @Test
  void pairsAreInOrderWhenTheUnlicensedMemberScoresHigher() {
    Cases cases = new Cases();
    for (int i = 0; i < 8; i++) {
      pair(cases, i, 0.4, i < 6 ? 0.5 : 0.4);
    }
    ScoredPairs pairs = roc(cases).orElseThrow().pairs().get(0);
    assertThat(pairs.pairs()).isEqualTo(8);
    assertThat(pairs.higher()).isEqualTo(0.75);
    assertThat(pairs.lower()).isZero();
    assertThat(pairs.share()).isEqualTo(0.875);
    assertThat(pairs.p()).as("2 of 2^6 ways").isEqualTo(0.03125);
    assertThat(pairs.shareLower()).isLessThan(0.875).isPositive();
    assertThat(pairs.shareUpper()).isGreaterThan(0.875).isLessThanOrEqualTo(1);
  }

  @Test
  void chanceIsNotToldFromChance() {
    int told = 0;
    for (long seed = 1; seed <= 40; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Cases cases = new Cases();
      for (int i = 0; i < 40; i++) {
        pair(cases, i, random.nextDouble(), random.nextDouble());
      }
      ScoredPairs pairs = roc(cases).orElseThrow().pairs().get(0);
      told += pairs.p() <= 0.05 ? 1 : 0;
      assertThat(pairs.shareLower()).isLessThan(0.5);
      assertThat(pairs.shareUpper()).isGreaterThan(0.5);
    }
    assertThat(told).as("of 40 at a level of 5 %%").isLessThanOrEqualTo(6);
  }
}

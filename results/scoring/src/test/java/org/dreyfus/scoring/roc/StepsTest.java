package org.dreyfus.scoring.roc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StepsTest {

  private static Scored lawful(double score) {
    return new Scored(score, score, 1, false);
  }

  private static Scored unlicensed(double score) {
    return new Scored(score, score, 1, true);
  }

  @Test
  void aStepForEveryScoreFromTheHighest() {
    List<Step> steps =
        Steps.of(List.of(lawful(0.2), unlicensed(0.9), lawful(0.9), unlicensed(0.5)));
    assertThat(steps)
        .containsExactly(
            new Step(Optional.empty(), 0, 0, 0, 0),
            new Step(Optional.of(0.9), 1, 1, 1, 1),
            new Step(Optional.of(0.5), 1, 1, 2, 2),
            new Step(Optional.of(0.2), 2, 2, 2, 2));
  }

  @Test
  void whatHasNoScoreCountsBothWays() {
    List<Step> steps = Steps.of(List.of(lawful(0.5), new Scored(0.3, 1, 1, true)));
    assertThat(steps)
        .containsExactly(
            new Step(Optional.empty(), 0, 0, 0, 0),
            new Step(Optional.of(1.0), 0, 0, 0, 1),
            new Step(Optional.of(0.5), 1, 1, 0, 1),
            new Step(Optional.of(0.3), 1, 1, 1, 1));
  }

  @Test
  void thirdsAddUpToWholeClusters() {
    List<Scored> all = new ArrayList<>();
    for (int i = 0; i < 3 * 977; i++) {
      all.add(new Scored(i / 3000.0, i / 3000.0, 1.0 / 3, false));
    }
    List<Step> steps = Steps.of(all);
    assertThat(steps.get(steps.size() - 1).lawfulAtLeast()).isEqualTo(977);
  }

  @Test
  void thinningKeepsBothHullsAndTheEnds() {
    SplittableRandom random = new SplittableRandom(3);
    for (int run = 0; run < 20; run++) {
      List<Scored> all = new ArrayList<>();
      for (int i = 0; i < 600; i++) {
        double score = random.nextDouble();
        double highest = random.nextInt(20) == 0 ? 1 : score;
        all.add(new Scored(score, highest, 1, random.nextDouble() < score));
      }
      List<Step> steps = Steps.of(all);
      List<Step> fewer = Steps.thinned(steps, 100);
      assertThat(fewer).hasSize(100).isSubsetOf(steps);
      assertThat(fewer.get(0)).isEqualTo(steps.get(0));
      assertThat(fewer.get(99)).isEqualTo(steps.get(steps.size() - 1));
      for (double price : new double[] {0, 0.01, 0.1, 0.5, 1, 2, 5, 20, 1e6}) {
        assertThat(best(fewer, price, true)).isCloseTo(best(steps, price, true), within(1e-6));
        assertThat(best(fewer, price, false)).isCloseTo(best(steps, price, false), within(1e-6));
      }
    }
  }

  /** What the best step is worth at a price: the hull is the best at some price everywhere. */
  private static double best(List<Step> steps, double price, boolean favourable) {
    return steps.stream()
        .mapToDouble(
            step ->
                favourable
                    ? step.unlicensedAtMost() - price * step.lawfulAtLeast()
                    : step.unlicensedAtLeast() - price * step.lawfulAtMost())
        .max()
        .orElseThrow();
  }
}

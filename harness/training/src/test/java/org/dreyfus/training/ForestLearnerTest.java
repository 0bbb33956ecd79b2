package org.dreyfus.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.dreyfus.training.classifier.Model;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tribuo.classification.Label;
import org.tribuo.ensemble.WeightedEnsembleModel;

class ForestLearnerTest {

  private static List<Sample> samples(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double[] values = new double[6];
      for (int place = 0; place < 4; place++) {
        values[place] = random.nextInt(40) - 20;
      }
      values[4] = random.nextDouble();
      boolean noise = random.nextInt(10) == 0;
      samples.add(new Sample(values, noise ^ (values[1] > 3 == values[4] < 0.5)));
    }
    return samples;
  }

  @Test
  void theForestThatIsTakenOutVotesAsTribuoDoes() {
    List<Sample> known = samples(600, 1);
    WeightedEnsembleModel<Label> grown = ForestLearner.grown(known);
    Model taken = Model.parse(new ForestLearner().learn(known).text());
    int blocked = 0;
    for (Sample sample : samples(2_000, 2)) {
      boolean expected =
          grown.predict(ForestLearner.example(sample)).getOutput().getLabel().equals("block");
      assertThat(taken.blocks(sample.values())).isEqualTo(expected);
      blocked += expected ? 1 : 0;
    }
    assertThat(blocked).isBetween(600, 1_400);
  }

  @Test
  void whatIsThereToLearnIsLearnt() {
    for (Learner learner : List.of(new ForestLearner(), new NearestLearner())) {
      Model model = learner.learn(samples(600, 1));
      long right =
          samples(2_000, 2).stream()
              .filter(sample -> model.blocks(sample.values()) == sample.infringing())
              .count();
      assertThat(right).as(learner.description()).isGreaterThan(1_300);
    }
  }

  @Test
  void aScoreAboveOneHalfIsABlock() {
    for (Learner learner : List.of(new ForestLearner(), new NearestLearner())) {
      Model model = learner.learn(samples(600, 1));
      List<Double> scores = new ArrayList<>();
      for (Sample sample : samples(2_000, 2)) {
        double score = model.score(sample.values());
        scores.add(score);
        assertThat(score).isBetween(0.0, 1.0);
        assertThat(score > 0.5).isEqualTo(model.blocks(sample.values()));
      }
      assertThat(scores.stream().distinct().count()).isGreaterThan(20);
    }
  }

  @Test
  void aModelThatKnowsOneKindOnlyIsSure() {
    assertThat(Model.parse("nearest 1 1 2.0 block 1.0").score(new double[] {5})).isEqualTo(1);
    assertThat(Model.parse("nearest 1 1 2.0 pass 1.0").score(new double[] {5})).isZero();
    assertThat(Model.parse("nearest 1 2 2.0 block 0.0 pass 4.0").score(new double[] {1}))
        .isEqualTo(0.75);
  }

  @Test
  void modelsComeBackFromTheirText() {
    for (Learner learner : List.of(new ForestLearner(), new NearestLearner())) {
      String text = learner.learn(samples(100, 1)).text();
      assertThat(learner.learn(samples(100, 1)).text()).isEqualTo(text);
      assertThat(Model.parse(text).text()).isEqualTo(text);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "oracle 1",
        "forest 2 1 split 2 0.5 block pass",
        "forest 2 1 split 0 NaN block pass",
        "forest 2 1 split 0 0.5 block",
        "forest 2 1 maybe",
        "forest 2 1 block block",
        "forest 2 0",
        "nearest 1 1 2.0 block one",
        "nearest 1 1 2.0 perhaps 1.0"
      })
  void whatIsNoModelIsRefused(String text) {
    assertThatThrownBy(() -> Model.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("option 'model', word ")
        .hasMessageContaining("dreyfus evaluate");
  }
}

package org.dreyfus.training;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dreyfus.training.classifier.Model;
import org.dreyfus.training.classifier.Nearest;

/** Keeps all samples. */
final class NearestLearner implements Learner {

  @Override
  public Model learn(List<Sample> samples) {
    int width = samples.get(0).values().length;
    List<Double> spreads =
        IntStream.range(0, width).mapToObj(place -> spread(samples, place)).toList();
    return new Nearest(
        spreads,
        samples.stream()
            .map(
                sample ->
                    new Nearest.Known(
                        Arrays.stream(sample.values()).boxed().toList(), sample.infringing()))
            .toList());
  }

  /** Standard deviation; summed in order, so that it is the same everywhere. */
  private static double spread(List<Sample> samples, int place) {
    double sum = 0;
    for (Sample sample : samples) {
      sum += sample.values()[place];
    }
    double mean = sum / samples.size();
    double squares = 0;
    for (Sample sample : samples) {
      double difference = sample.values()[place] - mean;
      squares += difference * difference;
    }
    return Math.sqrt(squares / samples.size());
  }

  @Override
  public String description() {
    return "1-nearest neighbour, Euclidean, each number divided by its standard deviation";
  }
}

package org.dreyfus.recorder.probe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a session looks like, in numbers, by family. The same places mean the same in every session.
 *
 * @param values by family
 */
record Features(Map<Family, double[]> values) {

  private static final int FIRST = 6;
  private static final double[] QUANTILES = {0.1, 0.25, 0.5, 0.75, 0.9, 1};

  double[] of(Family family) {
    return values.getOrDefault(family, new double[0]);
  }

  /** Collects numbers. */
  static final class Builder {
    private final Map<Family, List<Double>> values = new EnumMap<>(Family.class);

    void add(Family family, double value) {
      values.computeIfAbsent(family, absent -> new ArrayList<>()).add(value);
    }

    void addAll(Family family, double[] all) {
      for (double value : all) {
        add(family, value);
      }
    }

    /** The first numbers of a sample, each in its place. */
    void first(Family family, double[] sample) {
      addAll(family, Arrays.copyOf(sample, FIRST));
    }

    /** Count, sum, mean, spread and quantiles. */
    void summary(Family family, double[] sample) {
      double[] sorted = sample.clone();
      Arrays.sort(sorted);
      double sum = Arrays.stream(sorted).sum();
      double mean = sorted.length == 0 ? 0 : sum / sorted.length;
      double squares = Arrays.stream(sorted).map(x -> (x - mean) * (x - mean)).sum();
      add(family, sorted.length);
      add(family, sum);
      add(family, mean);
      add(family, sorted.length == 0 ? 0 : Math.sqrt(squares / sorted.length));
      for (double quantile : QUANTILES) {
        int at = (int) Math.round(quantile * (sorted.length - 1));
        add(family, sorted.length == 0 ? 0 : sorted[at]);
      }
    }

    Features build() {
      Map<Family, double[]> arrays = new EnumMap<>(Family.class);
      values.forEach(
          (family, list) ->
              arrays.put(family, list.stream().mapToDouble(Double::doubleValue).toArray()));
      return new Features(arrays);
    }
  }
}

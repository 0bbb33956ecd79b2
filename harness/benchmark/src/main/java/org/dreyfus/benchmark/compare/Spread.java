package org.dreyfus.benchmark.compare;

import java.util.stream.DoubleStream;

/**
 * The middle of several values (of an even number the mean of the two middle ones), and the ends.
 */
record Spread(double median, double minimum, double maximum) {

  /**
   * @param values at least one
   */
  static Spread of(DoubleStream values) {
    double[] sorted = values.sorted().toArray();
    int half = sorted.length / 2;
    double median = sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    return new Spread(median, sorted[0], sorted[sorted.length - 1]);
  }
}

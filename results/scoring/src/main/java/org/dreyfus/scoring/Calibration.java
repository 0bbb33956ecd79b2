package org.dreyfus.scoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * How often the interval of a rate covers the truth, by simulation: EVIDENCE, Intervals:
 * calibration test.
 */
public final class Calibration {

  /** Least coverage that is accepted in every cell. */
  public static final double LEAST = 0.945;

  private static final int[] CLUSTERS = {10, 20, 60, 90};
  private static final int[] REPETITIONS = {1, 2, 4};
  private static final double[] CORRELATIONS = {0, 0.5, 0.9, 1};
  private static final double[] RATES = {0.005, 0.02, 0.05, 0.2, 0.5};

  private Calibration() {}

  /**
   * One simulated situation.
   *
   * @param clusters m
   * @param repetitions sessions a cluster: k
   * @param correlation of errors within a cluster, 0 to 1
   * @param rate the truth, 0 to 1
   */
  public record Cell(int clusters, int repetitions, double correlation, double rate) {

    /**
     * Share of runs whose 95 % interval covers the truth.
     *
     * @param runs 10,000 tell coverage to within half a point
     */
    public double coverage(int runs, long seed) {
      SplittableRandom random = new SplittableRandom(seed);
      Map<Integer, ClusterInterval> intervals = new HashMap<>();
      int covered = 0;
      for (int run = 0; run < runs; run++) {
        int errors = 0;
        for (int cluster = 0; cluster < clusters; cluster++) {
          errors += errors(random);
        }
        ClusterInterval interval =
            intervals.computeIfAbsent(
                errors,
                count -> ClusterInterval.of((double) count / repetitions, clusters, Rate.ALPHA));
        covered += interval.lower() <= rate && rate <= interval.upper() ? 1 : 0;
      }
      return (double) covered / runs;
    }

    /** Of one cluster: its sessions fall together as often as the correlation says. */
    private int errors(SplittableRandom random) {
      if (random.nextDouble() < correlation) {
        return random.nextDouble() < rate ? repetitions : 0;
      }
      int errors = 0;
      for (int session = 0; session < repetitions; session++) {
        errors += random.nextDouble() < rate ? 1 : 0;
      }
      return errors;
    }
  }

  /** Every cell of the grid. */
  public static List<Cell> grid() {
    List<Cell> cells = new ArrayList<>();
    for (int clusters : CLUSTERS) {
      for (int repetitions : REPETITIONS) {
        for (double correlation : CORRELATIONS) {
          for (double rate : RATES) {
            cells.add(new Cell(clusters, repetitions, correlation, rate));
          }
        }
      }
    }
    return cells;
  }
}

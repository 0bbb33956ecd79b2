package org.dreyfus.recorder.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.dreyfus.corpus.Pair;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;

final class NullProbeTest {

  private static final int PAIRS = 120;
  private static final int DRAWS = 999;

  @Test
  void coinsAloneTellNothing() {
    int failed = 0;
    for (long seed = 1; seed <= 20; seed++) {
      failed += NullProbe.of(pairs(seed, 0), DRAWS).isFailed() ? 1 : 0;
    }
    assertThat(failed).as("of 20 at a level of 5 %%").isLessThanOrEqualTo(4);
  }

  @Test
  void aLeakIsFound() {
    ProbeResult result = NullProbe.of(pairs(1, 0.6), DRAWS);
    assertThat(result.isFailed()).isTrue();
    assertThat(result.sentence()).contains("NOT passed");
    ProbeResult.Row leaking =
        result.rows().stream()
            .filter(row -> row.predictor().equals("RIDGE") && row.family().equals("SIZES"))
            .findFirst()
            .orElseThrow();
    assertThat(leaking.share()).isGreaterThan(0.6);
    assertThat(leaking.p()).isLessThan(0.01);
  }

  @Test
  void aLeakWithinAClusterOnlyIsNotLearntFromItself() {
    List<Twins> oneCluster = new ArrayList<>();
    for (Twins twins : pairs(2, 3)) {
      oneCluster.add(new Twins(twins.pair(), "the same", twins.difference(), twins.coin()));
    }
    ProbeResult result = NullProbe.of(oneCluster, DRAWS);
    assertThat(result.isTestable()).isFalse();
    assertThat(result.sentence()).contains("nothing is shown");
  }

  @Test
  void leavingAGroupOutIsTheSameAsFittingWithoutIt() {
    List<Twins> pairs = pairs(3, 0.5);
    double[][] rows =
        Predictor.rows(pairs, List.of(Family.SIZES, Family.TIMES), Predictor.Scale.SPREAD);
    int[] group = new int[PAIRS];
    for (int i = 0; i < PAIRS; i++) {
      group[i] = i / 3;
    }
    double[][] matrix = Predictor.RIDGE.matrix(rows, group);
    for (int g : new int[] {0, 7, 39}) {
      for (int i = 0; i < PAIRS; i++) {
        if (group[i] == g) {
          double quick = product(matrix[i], pairs);
          assertThat(quick).isCloseTo(slowly(rows, group, i, pairs), within(1e-9));
        }
      }
    }
  }

  private static Offset<Double> within(double offset) {
    return Offset.offset(offset);
  }

  /** Kernel ridge fitted to the other groups alone. */
  private static double slowly(double[][] rows, int[] group, int wanted, List<Twins> pairs) {
    List<Integer> others = new ArrayList<>();
    for (int i = 0; i < rows.length; i++) {
      if (group[i] != group[wanted]) {
        others.add(i);
      }
    }
    double[][] known = others.stream().map(i -> rows[i]).toArray(double[][]::new);
    RealMatrix all = new Array2DRowRealMatrix(rows);
    double ridge =
        Math.max(all.multiplyTransposed(all).getTrace() / rows[0].length / rows.length, 1e-9);
    RealMatrix some = new Array2DRowRealMatrix(known);
    RealMatrix kernel = some.multiplyTransposed(some).scalarMultiply(1.0 / rows[0].length);
    RealMatrix shrunk =
        kernel.add(MatrixUtils.createRealIdentityMatrix(known.length).scalarMultiply(ridge));
    double[] coins = others.stream().mapToDouble(i -> pairs.get(i).coin()).toArray();
    var weights = new LUDecomposition(shrunk).getSolver().solve(new ArrayRealVector(coins));
    double prediction = 0;
    for (int k = 0; k < known.length; k++) {
      double likeness = new ArrayRealVector(rows[wanted]).dotProduct(new ArrayRealVector(known[k]));
      prediction += weights.getEntry(k) * likeness / rows[0].length;
    }
    return prediction;
  }

  private static double product(double[] row, List<Twins> pairs) {
    double sum = 0;
    for (int j = 0; j < row.length; j++) {
      sum += row[j] * pairs.get(j).coin();
    }
    return sum;
  }

  /**
   * @param leak by how much the unlicensed member's first number is larger, in spreads
   */
  private static List<Twins> pairs(long seed, double leak) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Twins> pairs = new ArrayList<>();
    for (int i = 0; i < PAIRS; i++) {
      int coin = random.nextBoolean() ? 1 : -1;
      double[] sizes = noise(random, 4);
      sizes[0] += leak * coin;
      Features difference =
          new Features(Map.of(Family.SIZES, sizes, Family.TIMES, noise(random, 6)));
      Pair pair = new Pair("pair-" + i, Pair.Type.W, "works-" + i);
      pairs.add(new Twins(pair, "cluster-" + i / 2, difference, coin));
    }
    return pairs;
  }

  private static double[] noise(SplittableRandom random, int count) {
    double[] noise = new double[count];
    for (int i = 0; i < count; i++) {
      noise[i] = random.nextGaussian();
    }
    return noise;
  }
}

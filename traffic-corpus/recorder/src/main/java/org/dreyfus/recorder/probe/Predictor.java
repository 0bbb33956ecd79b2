package org.dreyfus.recorder.probe;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * Learns from pairs of other groups which member of a pair is unlicensed. What it predicts is
 * linear in the coins it learns from, so that one matrix holds what it would predict whatever they
 * had shown: row i, multiplied with the coins, gives the prediction for pair i, and is nought where
 * j is of i's group.
 */
enum Predictor {
  /** Ridge regression on the differences, without intercept, one group left out at a time. */
  RIDGE {
    @Override
    double[][] matrix(double[][] rows, int[] group) {
      int n = rows.length;
      RealMatrix kernel = kernel(rows);
      double ridge = Math.max(kernel.getTrace() / n, 1e-9);
      RealMatrix shrunk = kernel.add(MatrixUtils.createRealIdentityMatrix(n).scalarMultiply(ridge));
      RealMatrix hat = kernel.multiply(new LUDecomposition(shrunk).getSolver().getInverse());
      RealMatrix residual = MatrixUtils.createRealIdentityMatrix(n).subtract(hat);
      double[][] predictions = new double[n][];
      for (int g : IntStream.of(group).distinct().toArray()) {
        int[] members = IntStream.range(0, n).filter(i -> group[i] == g).toArray();
        leaveOut(residual, members, predictions);
      }
      return predictions;
    }
  },
  /** The coin of the pair that looks most alike, either way round: 1-nearest neighbour. */
  NEAREST {
    @Override
    double[][] matrix(double[][] rows, int[] group) {
      double[][] predictions = new double[rows.length][rows.length];
      for (int i = 0; i < rows.length; i++) {
        double best = Double.POSITIVE_INFINITY;
        int nearest = i;
        for (int j = 0; j < rows.length; j++) {
          double distance = distance(rows[i], rows[j]);
          if (group[j] != group[i] && distance < best) {
            best = distance;
            nearest = j;
          }
        }
        predictions[i][nearest] = nearest == i ? 0 : Math.signum(product(rows[i], rows[nearest]));
      }
      return predictions;
    }
  };

  /**
   * @param rows differences, one pair a row, standardised
   * @param group of each pair: what is never learnt from each other
   */
  abstract double[][] matrix(double[][] rows, int[] group);

  /**
   * What a fit without a group predicts for it follows from the fit with it: the left-out residual
   * is (I - H)^-1 of the group times its residual.
   */
  private static void leaveOut(RealMatrix residual, int[] members, double[][] predictions) {
    RealMatrix own = residual.getSubMatrix(members, members);
    RealMatrix rows =
        residual.getSubMatrix(members, IntStream.range(0, residual.getColumnDimension()).toArray());
    RealMatrix left = new LUDecomposition(own).getSolver().getInverse().multiply(rows);
    for (int m = 0; m < members.length; m++) {
      double[] prediction = left.getRow(m);
      for (int j = 0; j < prediction.length; j++) {
        prediction[j] = -prediction[j];
      }
      for (int member : members) {
        prediction[member] = 0;
      }
      predictions[members[m]] = prediction;
    }
  }

  private static RealMatrix kernel(double[][] rows) {
    RealMatrix matrix = new Array2DRowRealMatrix(rows, false);
    return matrix.multiplyTransposed(matrix).scalarMultiply(1.0 / Math.max(1, rows[0].length));
  }

  /** Between a difference and another, or its opposite, whichever is nearer. */
  private static double distance(double[] one, double[] other) {
    double same = 0;
    double opposite = 0;
    for (int i = 0; i < one.length; i++) {
      same += (one[i] - other[i]) * (one[i] - other[i]);
      opposite += (one[i] + other[i]) * (one[i] + other[i]);
    }
    return Math.min(same, opposite);
  }

  private static double product(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }

  /** How differences are made comparable. */
  enum Scale {
    /** Each column divided by its spread: large differences count. */
    SPREAD {
      @Override
      void apply(double[][] rows) {
        for (int column = 0; column < rows[0].length; column++) {
          double squares = 0;
          for (double[] row : rows) {
            squares += row[column] * row[column];
          }
          double spread = Math.sqrt(squares / rows.length);
          for (double[] row : rows) {
            row[column] = spread == 0 ? 0 : row[column] / spread;
          }
        }
      }
    },
    /** Only more, less or the same: small differences count as much, if they come often. */
    SIGN {
      @Override
      void apply(double[][] rows) {
        for (double[] row : rows) {
          Arrays.setAll(row, column -> Math.signum(row[column]));
        }
      }
    };

    abstract void apply(double[][] rows);
  }

  /** Rows of one family, or of several. */
  static double[][] rows(List<Twins> pairs, List<Family> families, Scale scale) {
    double[][] rows =
        pairs.stream()
            .map(
                twins ->
                    families.stream()
                        .map(family -> padded(twins.difference().of(family), width(pairs, family)))
                        .reduce(new double[0], Predictor::joined))
            .toArray(double[][]::new);
    scale.apply(rows);
    return rows;
  }

  private static int width(List<Twins> pairs, Family family) {
    return pairs.stream().mapToInt(twins -> twins.difference().of(family).length).max().orElse(0);
  }

  private static double[] padded(double[] values, int width) {
    return Arrays.copyOf(values, width);
  }

  private static double[] joined(double[] one, double[] other) {
    double[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }
}

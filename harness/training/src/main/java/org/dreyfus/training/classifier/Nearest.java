package org.dreyfus.training.classifier;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * The flow that looks most alike decides (Cover and Hart, "Nearest neighbor pattern
 * classification", IEEE Trans. Inf. Theory 13, 1967): a control. Distance is Euclidean, each number
 * divided by its spread; of equals the first counts. As text: {@code nearest}, width, number of
 * flows, the spreads, then the flows: {@code block} or {@code pass}, and the numbers.
 *
 * @param spreads of each number; 0 where it never changes, which is left out
 * @param known flows, at least one
 */
public record Nearest(List<Double> spreads, List<Known> known) implements Model {

  static final String KIND = "nearest";

  private static final int WIDEST = 10_000;
  private static final int MOST = 10_000_000;

  /**
   * A flow that was learnt from.
   *
   * @param values of the view
   * @param blocks what it was
   */
  public record Known(List<Double> values, boolean blocks) {
    public Known {
      values = List.copyOf(values);
    }
  }

  public Nearest {
    spreads = List.copyOf(spreads);
    known = List.copyOf(known);
  }

  @Override
  public int width() {
    return spreads.size();
  }

  @Override
  public boolean blocks(double[] values) {
    double best = Double.POSITIVE_INFINITY;
    boolean blocks = false;
    for (Known each : known) {
      double distance = distance(each, values, best);
      if (distance < best) {
        best = distance;
        blocks = each.blocks();
      }
    }
    return blocks;
  }

  /**
   * How much nearer the nearest flow to block is than the nearest to pass: the distance to the
   * latter among the distances to both.
   */
  @Override
  public double score(double[] values) {
    double toBlock = nearest(true, values);
    double toPass = nearest(false, values);
    if (toPass == Double.POSITIVE_INFINITY || toBlock == Double.POSITIVE_INFINITY) {
      return toPass == Double.POSITIVE_INFINITY ? 1 : 0;
    }
    return toBlock == toPass ? 0.5 : toPass / (toBlock + toPass);
  }

  /** The distance to the nearest flow that was, or was not, to be blocked; infinite for none. */
  private double nearest(boolean blocking, double[] values) {
    double best = Double.POSITIVE_INFINITY;
    for (Known each : known) {
      if (each.blocks() == blocking) {
        best = Math.min(best, distance(each, values, best));
      }
    }
    return Math.sqrt(best);
  }

  /** Squared; at least {@code enough} when it is not less than that. */
  private double distance(Known each, double[] values, double enough) {
    double sum = 0;
    for (int i = 0; i < values.length && sum < enough; i++) {
      double spread = spreads.get(i);
      if (spread > 0) {
        double difference = (values[i] - each.values().get(i)) / spread;
        sum += difference * difference;
      }
    }
    return sum;
  }

  @Override
  public String text() {
    StringJoiner words = new StringJoiner(" ");
    words.add(KIND).add(Integer.toString(spreads.size())).add(Integer.toString(known.size()));
    spreads.forEach(spread -> words.add(spread.toString()));
    for (Known each : known) {
      words.add(each.blocks() ? "block" : "pass");
      each.values().forEach(value -> words.add(value.toString()));
    }
    return words.toString();
  }

  static Nearest parse(Tokens tokens) {
    int width = tokens.count(1, WIDEST);
    int flows = tokens.count(1, MOST);
    List<Double> spreads = numbers(tokens, width);
    List<Known> known = new ArrayList<>();
    for (int i = 0; i < flows; i++) {
      String word = tokens.next();
      boolean blocks = word.equals("block");
      if (!blocks && !word.equals("pass")) {
        throw tokens.wrong("'" + word + "' is neither block nor pass");
      }
      known.add(new Known(numbers(tokens, width), blocks));
    }
    return new Nearest(spreads, known);
  }

  private static List<Double> numbers(Tokens tokens, int count) {
    List<Double> numbers = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      numbers.add(tokens.number());
    }
    return numbers;
  }
}

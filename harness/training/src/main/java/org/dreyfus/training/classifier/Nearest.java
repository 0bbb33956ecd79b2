package org.dreyfus.training.classifier;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.StringJoiner;

/**
 * The flow that looks most alike decides (Cover and Hart, "Nearest neighbor pattern
 * classification", IEEE Trans. Inf. Theory 13, 1967): a control. Distance is Euclidean, each number
 * divided by its spread; of equals the first counts. As text: {@code nearest}, width, number of
 * flows, the spreads, then the flows: {@code block} or {@code pass}, and the numbers.
 */
public final class Nearest implements Model {

  static final String KIND = "nearest";

  private static final int WIDEST = 10_000;
  private static final int MOST = 10_000_000;

  private final double[] spreads;

  /** The numbers of all known flows, one flow after the other. */
  private final double[] values;

  private final BitSet blocking;
  private final int flows;

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

  /**
   * @param spreads of each number; 0 where it never changes, which is left out
   * @param known flows, at least one
   */
  public Nearest(List<Double> spreads, List<Known> known) {
    int width = spreads.size();
    this.spreads = spreads.stream().mapToDouble(spread -> spread).toArray();
    this.values = new double[width * known.size()];
    this.blocking = new BitSet(known.size());
    this.flows = known.size();
    for (int flow = 0; flow < flows; flow++) {
      for (int place = 0; place < width; place++) {
        values[flow * width + place] = known.get(flow).values().get(place);
      }
      blocking.set(flow, known.get(flow).blocks());
    }
  }

  @Override
  public int width() {
    return spreads.length;
  }

  @Override
  public boolean blocks(double[] looked) {
    double best = Double.POSITIVE_INFINITY;
    boolean blocks = false;
    for (int flow = 0; flow < flows; flow++) {
      double distance = distance(flow, looked, best);
      if (distance < best) {
        best = distance;
        blocks = blocking.get(flow);
      }
    }
    return blocks;
  }

  /**
   * How much nearer the nearest flow to block is than the nearest to pass: the distance to the
   * latter among the distances to both.
   */
  @Override
  public double score(double[] looked) {
    double toBlock = nearest(true, looked);
    double toPass = nearest(false, looked);
    if (toPass == Double.POSITIVE_INFINITY || toBlock == Double.POSITIVE_INFINITY) {
      return toPass == Double.POSITIVE_INFINITY ? 1 : 0;
    }
    return toBlock == toPass ? 0.5 : toPass / (toBlock + toPass);
  }

  /** The distance to the nearest flow that was, or was not, to be blocked; infinite for none. */
  private double nearest(boolean toBlock, double[] looked) {
    double best = Double.POSITIVE_INFINITY;
    for (int flow = 0; flow < flows; flow++) {
      if (blocking.get(flow) == toBlock) {
        best = Math.min(best, distance(flow, looked, best));
      }
    }
    return Math.sqrt(best);
  }

  /** Squared; at least {@code enough} when it is not less than that. */
  private double distance(int flow, double[] looked, double enough) {
    double sum = 0;
    int at = flow * spreads.length;
    for (int i = 0; i < looked.length && sum < enough; i++) {
      double spread = spreads[i];
      if (spread > 0) {
        double difference = (looked[i] - values[at + i]) / spread;
        sum += difference * difference;
      }
    }
    return sum;
  }

  @Override
  public String text() {
    StringJoiner words = new StringJoiner(" ");
    words.add(KIND).add(Integer.toString(spreads.length)).add(Integer.toString(flows));
    for (double spread : spreads) {
      words.add(Double.toString(spread));
    }
    for (int flow = 0; flow < flows; flow++) {
      words.add(blocking.get(flow) ? "block" : "pass");
      for (int i = 0; i < spreads.length; i++) {
        words.add(Double.toString(values[flow * spreads.length + i]));
      }
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

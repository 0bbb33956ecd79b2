package org.dreyfus.training.classifier;

import java.util.List;
import java.util.StringJoiner;

/**
 * Trees that vote: a flow is blocked when more than half of them say so (Breiman, "Random forests",
 * Machine Learning 45, 2001). As text: {@code forest}, width, number of trees, then each tree in
 * preorder: {@code split PLACE THRESHOLD}, the tree for values up to the threshold, the tree for
 * values above it; or {@code block}, or {@code pass}.
 *
 * @param width how many numbers of a flow are looked at
 * @param trees at least one
 */
public record Forest(int width, List<Tree> trees) implements Model {

  static final String KIND = "forest";

  private static final int WIDEST = 10_000;
  private static final int DEEPEST = 64;

  /** A decision tree. */
  public sealed interface Tree {}

  /**
   * A question.
   *
   * @param place of the number that is asked about, from 0
   * @param threshold up to which {@code low} decides
   * @param low for numbers up to the threshold
   * @param high for numbers above it
   */
  public record Split(int place, double threshold, Tree low, Tree high) implements Tree {}

  /**
   * An answer.
   *
   * @param blocks whether it is to block
   */
  public record Leaf(boolean blocks) implements Tree {}

  public Forest {
    trees = List.copyOf(trees);
  }

  @Override
  public boolean blocks(double[] values) {
    return 2 * votes(values) > trees.size();
  }

  /** The share of trees that say to block. */
  @Override
  public double score(double[] values) {
    return (double) votes(values) / trees.size();
  }

  private long votes(double[] values) {
    return trees.stream().filter(tree -> blocks(tree, values)).count();
  }

  private static boolean blocks(Tree tree, double[] values) {
    Tree at = tree;
    while (at instanceof Split split) {
      at = values[split.place()] > split.threshold() ? split.high() : split.low();
    }
    return at instanceof Leaf leaf && leaf.blocks();
  }

  @Override
  public String text() {
    StringJoiner words = new StringJoiner(" ");
    words.add(KIND).add(Integer.toString(width)).add(Integer.toString(trees.size()));
    trees.forEach(tree -> write(tree, words));
    return words.toString();
  }

  private static void write(Tree tree, StringJoiner words) {
    if (tree instanceof Split split) {
      words.add("split").add(Integer.toString(split.place()));
      words.add(Double.toString(split.threshold()));
      write(split.low(), words);
      write(split.high(), words);
    } else if (tree instanceof Leaf leaf) {
      words.add(leaf.blocks() ? "block" : "pass");
    }
  }

  static Forest parse(Tokens tokens) {
    int width = tokens.count(1, WIDEST);
    Tree[] trees = new Tree[tokens.count(1, WIDEST)];
    for (int i = 0; i < trees.length; i++) {
      trees[i] = tree(tokens, width, 0);
    }
    return new Forest(width, List.of(trees));
  }

  private static Tree tree(Tokens tokens, int width, int depth) {
    if (depth > DEEPEST) {
      throw tokens.wrong("a tree is deeper than " + DEEPEST);
    }
    String word = tokens.next();
    return switch (word) {
      case "block" -> new Leaf(true);
      case "pass" -> new Leaf(false);
      case "split" -> {
        int place = tokens.count(0, width - 1);
        double threshold = tokens.number();
        Tree low = tree(tokens, width, depth + 1);
        yield new Split(place, threshold, low, tree(tokens, width, depth + 1));
      }
      default -> throw tokens.wrong("'" + word + "' is neither split, block nor pass");
    };
  }
}

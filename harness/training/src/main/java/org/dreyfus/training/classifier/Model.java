package org.dreyfus.training.classifier;

/**
 * What was learnt, as text that needs no learner to be read: the first word names the kind.
 *
 * @see Forest
 * @see Nearest
 */
public sealed interface Model permits Forest, Nearest {

  /** The option of a classifier that holds its model. */
  String OPTION = "model";

  /** How many numbers of a flow it looks at. */
  int width();

  /**
   * Whether a flow that looks so is to be blocked.
   *
   * @param values of the view that the model was learnt from
   */
  boolean blocks(double[] values);

  /**
   * How strongly a flow that looks so resembles what is to be blocked, 0 to 1; above 0.5 when it is
   * to be blocked.
   *
   * @param values of the view that the model was learnt from
   */
  double score(double[] values);

  /** This model as {@link #parse} reads it. */
  String text();

  /**
   * Reads a model.
   *
   * @throws IllegalArgumentException when {@code text} is no model; the message says where
   */
  static Model parse(String text) {
    Tokens tokens = new Tokens(text);
    String kind = tokens.next();
    Model model =
        switch (kind) {
          case Forest.KIND -> Forest.parse(tokens);
          case Nearest.KIND -> Nearest.parse(tokens);
          default -> throw tokens.wrong("'" + kind + "' is no kind of model");
        };
    tokens.end();
    return model;
  }
}

package org.dreyfus.training.classifier;

import java.util.StringTokenizer;

/** The words of a model. */
final class Tokens {

  private final StringTokenizer words;
  private int read;

  Tokens(String text) {
    this.words = new StringTokenizer(text);
  }

  String next() {
    if (!words.hasMoreTokens()) {
      throw wrong("it ends too early");
    }
    read++;
    return words.nextToken();
  }

  double number() {
    String word = next();
    try {
      double value = Double.parseDouble(word);
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw wrong("'" + word + "' is no number");
    }
    throw wrong("'" + word + "' is not finite");
  }

  /** A whole number from {@code lowest} to {@code highest}. */
  int count(int lowest, int highest) {
    double value = number();
    if (value != Math.rint(value) || value < lowest || value > highest) {
      throw wrong("a whole number from " + lowest + " to " + highest + " is expected");
    }
    return (int) value;
  }

  void end() {
    if (words.hasMoreTokens()) {
      throw wrong("more follows than belongs to it");
    }
  }

  IllegalArgumentException wrong(String problem) {
    return new IllegalArgumentException(
        "option '%s', word %d: %s; models are made by training, see: dreyfus evaluate"
            .formatted(Model.OPTION, read, problem));
  }
}

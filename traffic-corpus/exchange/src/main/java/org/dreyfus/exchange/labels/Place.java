package org.dreyfus.exchange.labels;

import java.nio.file.Path;
import org.dreyfus.exchange.ExchangeException;

/** Where a label was read, for errors. */
@FunctionalInterface
public interface Place {

  /**
   * @param problem what is wrong and what to do, without the place
   */
  ExchangeException problem(String problem);

  /** A line of a text file, from 1. */
  static Place line(Path file, long line) {
    return problem -> ExchangeException.at(file, line, problem);
  }

  /** A frame of a capture, from 1. */
  static Place frame(Path file, long frame) {
    return problem -> new ExchangeException(file + ": frame " + frame + ": " + problem);
  }

  /** A file as a whole. */
  static Place file(Path file) {
    return problem -> new ExchangeException(file + ": " + problem);
  }
}

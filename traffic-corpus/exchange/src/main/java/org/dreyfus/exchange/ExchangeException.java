package org.dreyfus.exchange;

import java.io.IOException;
import java.nio.file.Path;

/** Foreign data that cannot be taken in, or a corpus that a format cannot hold. One line. */
public final class ExchangeException extends IOException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message names file and place and says what to do
   */
  public ExchangeException(String message) {
    super(message);
  }

  private ExchangeException(String message, Throwable cause) {
    super(message, cause);
  }

  /** What is wrong in a line of a text file, and what to do. */
  public static ExchangeException at(Path file, long line, String problem) {
    return new ExchangeException(file + ":" + line + ": " + problem);
  }

  /** The same with what was thrown. */
  public static ExchangeException at(Path file, long line, String problem, Throwable cause) {
    return new ExchangeException(file + ":" + line + ": " + problem, cause);
  }
}

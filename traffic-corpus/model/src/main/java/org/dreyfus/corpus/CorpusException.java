package org.dreyfus.corpus;

import java.io.IOException;

/** A corpus that cannot be used. The message names the file and says what to do. */
public final class CorpusException extends IOException {

  private static final long serialVersionUID = 1L;

  public CorpusException(String message) {
    super(message);
  }

  public CorpusException(String message, Throwable cause) {
    super(message, cause);
  }
}

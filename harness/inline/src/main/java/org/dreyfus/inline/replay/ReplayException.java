package org.dreyfus.inline.replay;

/** A replay cannot go on, or shows nothing. The message says what to do. */
public final class ReplayException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ReplayException(String message) {
    super(message);
  }

  public ReplayException(String message, Throwable cause) {
    super(message, cause);
  }
}

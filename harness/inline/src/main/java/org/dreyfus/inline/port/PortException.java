package org.dreyfus.inline.port;

/** A network interface cannot be used. The message names it and says what to do. */
public final class PortException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public PortException(String message) {
    super(message);
  }

  public PortException(String message, Throwable cause) {
    super(message, cause);
  }
}

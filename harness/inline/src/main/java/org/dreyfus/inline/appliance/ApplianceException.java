package org.dreyfus.inline.appliance;

/** An appliance cannot start or go on. The message says why, in one line. */
public final class ApplianceException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ApplianceException(String message) {
    super(message);
  }

  public ApplianceException(String message, Throwable cause) {
    super(message, cause);
  }
}

package org.dreyfus.inline.lab;

/** A device cannot be started, or does not do what it is told. The message says what to do. */
public final class DeviceException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public DeviceException(String message) {
    super(message);
  }

  public DeviceException(String message, Throwable cause) {
    super(message, cause);
  }
}

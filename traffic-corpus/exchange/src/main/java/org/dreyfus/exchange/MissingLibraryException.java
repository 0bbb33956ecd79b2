package org.dreyfus.exchange;

import java.io.IOException;

/** A native library is needed and not installed. The message says which and how to get it. */
public final class MissingLibraryException extends IOException {

  private static final long serialVersionUID = 1L;

  public MissingLibraryException(String message, Throwable cause) {
    super(message, cause);
  }
}

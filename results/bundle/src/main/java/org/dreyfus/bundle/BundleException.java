package org.dreyfus.bundle;

import java.io.IOException;

/** A bundle, claim file or policy file that cannot be used. The message names the file. */
public final class BundleException extends IOException {

  private static final long serialVersionUID = 1L;

  public BundleException(String message) {
    super(message);
  }

  public BundleException(String message, Throwable cause) {
    super(message, cause);
  }
}

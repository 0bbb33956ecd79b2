package org.dreyfus.external;

/** A plugin cannot be started. The message names it, says why, and what to do. */
public final class LaunchException extends Exception {

  private static final long serialVersionUID = 1L;

  private final boolean missing;

  private LaunchException(boolean missing, String message, Throwable cause) {
    super(message, cause);
    this.missing = missing;
  }

  /** The plugin is at fault. */
  public static LaunchException plugin(String message, Throwable cause) {
    return new LaunchException(false, message, cause);
  }

  /** This machine lacks something. */
  public static LaunchException missing(String message, Throwable cause) {
    return new LaunchException(true, message, cause);
  }

  /** True when this machine lacks something, false when the plugin is at fault. */
  public boolean isMissing() {
    return missing;
  }
}

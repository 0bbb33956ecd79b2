package org.dreyfus.external.container;

/** The container engine failed while a plugin ran; the plugin is not at fault. */
public final class EngineFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  EngineFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}

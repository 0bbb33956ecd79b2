package org.dreyfus.recorder;

/** A session that did not come out as its scenario says. It is not kept. */
public final class RecordingFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public RecordingFailure(String message) {
    super(message);
  }

  public RecordingFailure(String message, Throwable cause) {
    super(message, cause);
  }
}

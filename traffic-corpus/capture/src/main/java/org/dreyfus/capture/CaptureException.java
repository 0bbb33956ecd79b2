package org.dreyfus.capture;

import java.io.IOException;

/** A capture that cannot be read, or not to its end. The message fits on one line. */
public final class CaptureException extends IOException {

  private final String file;
  private final long byteOffset;
  private final String problem;

  /**
   * @param file what the source is called
   * @param byteOffset where the damage begins, from 0, in the uncompressed bytes
   * @param problem what is wrong there and what to do about it, one line without the place
   */
  public CaptureException(String file, long byteOffset, String problem) {
    super(describe(file, byteOffset, problem));
    this.file = file;
    this.byteOffset = byteOffset;
    this.problem = problem;
  }

  CaptureException(String file, long byteOffset, String problem, Throwable cause) {
    this(file, byteOffset, problem);
    initCause(cause);
  }

  /** The line that tells a user of damage: file, place, problem. */
  public static String describe(String file, long byteOffset, String problem) {
    return file + ": byte " + byteOffset + ": " + problem;
  }

  /** What the source is called. */
  public String file() {
    return file;
  }

  /** Where the damage begins, from 0, in the uncompressed bytes. */
  public long byteOffset() {
    return byteOffset;
  }

  /** What is wrong there and what to do about it. */
  public String problem() {
    return problem;
  }
}

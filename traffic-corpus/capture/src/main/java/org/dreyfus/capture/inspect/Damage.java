package org.dreyfus.capture.inspect;

import org.dreyfus.capture.CaptureException;

/**
 * Where a capture stopped being readable.
 *
 * @param file what the source is called
 * @param byteOffset of the damage, from 0, in the uncompressed bytes; 0 when the source could not
 *     be opened
 * @param cause what is wrong there and what to do, one line
 */
public record Damage(String file, long byteOffset, String cause) {

  static Damage of(CaptureException failure) {
    return new Damage(failure.file(), failure.byteOffset(), failure.problem());
  }

  /** File, place, cause and remedy on one line. */
  public String message() {
    return CaptureException.describe(file, byteOffset, cause);
  }
}

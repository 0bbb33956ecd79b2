package org.dreyfus.benchmark.compare;

/** A comparison that cannot be made: one line for the user, and the exit code. */
public final class CompareFailure extends RuntimeException {

  /** A program is missing, or room on the disk. */
  static final int MISSING_REQUIREMENT = 5;

  /** A capture is bad, or a program fails on it. */
  static final int BAD_INPUT = 3;

  private static final long serialVersionUID = 1;

  private final int exitCode;

  CompareFailure(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  /** What the process is to end with. */
  public int exitCode() {
    return exitCode;
  }
}

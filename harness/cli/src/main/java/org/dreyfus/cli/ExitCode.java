package org.dreyfus.cli;

/** What the process ends with. Scripts rely on these numbers. */
final class ExitCode {

  static final int DONE = 0;
  static final int INTERNAL_ERROR = 1;
  static final int USAGE = 2;

  /** A capture, corpus, claim file or bundle is bad or damaged. */
  static final int BAD_INPUT = 3;

  /** A plugin cannot start, or answers nothing. */
  static final int PLUGIN_FAILED = 4;

  /** A library, an engine or root is missing. */
  static final int MISSING_REQUIREMENT = 5;

  static final int CLAIM_REFUTED = 10;
  static final int CLAIM_NOT_SUPPORTED = 11;

  /** A plugin breaks a rule of its contract. */
  static final int NOT_CONFORMANT = 12;

  private ExitCode() {}
}

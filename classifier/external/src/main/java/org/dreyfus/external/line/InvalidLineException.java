package org.dreyfus.external.line;

import org.dreyfus.external.Breach;

/** A line that breaks the contract. The message says which member is wrong and what is allowed. */
public final class InvalidLineException extends Exception {

  private static final long serialVersionUID = 1L;

  private final Breach breach;
  private final String problem;

  InvalidLineException(String problem) {
    this(Breach.INVALID_LINE, problem);
  }

  InvalidLineException(Breach breach, String problem) {
    super(problem);
    this.breach = breach;
    this.problem = problem;
  }

  /** Which rule the line breaks. */
  public Breach breach() {
    return breach;
  }

  /** The message. */
  public String problem() {
    return problem;
  }
}

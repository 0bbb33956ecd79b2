package org.dreyfus.external.line;

/** A line that breaks the contract. The message says which member is wrong and what is allowed. */
public final class InvalidLineException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String problem;

  InvalidLineException(String problem) {
    super(problem);
    this.problem = problem;
  }

  /** The message. */
  public String problem() {
    return problem;
  }
}

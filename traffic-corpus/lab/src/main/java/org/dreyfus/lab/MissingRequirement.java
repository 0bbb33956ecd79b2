package org.dreyfus.lab;

/** Something that recording needs is not here. The message says what to do. */
public final class MissingRequirement extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public MissingRequirement(String what, String remedy) {
    super(what + "; " + remedy);
  }
}

package org.dreyfus.lab;

/** Something that this machine needs for a lab is not here. The message says what to do. */
public final class MissingRequirement extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message what is missing, and what to do
   */
  public MissingRequirement(String message) {
    super(message);
  }

  public MissingRequirement(String what, String remedy) {
    super(what + "; " + remedy);
  }
}

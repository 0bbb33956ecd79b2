package org.dreyfus.external;

/** Why a plugin gave no answer on the flows that it had not decided. */
public sealed interface Failure {

  /** One line for readers. */
  String cause();

  /** It was ended because its time was over, or because it no longer read. */
  record TimedOut(String cause) implements Failure {}

  /** It ended by itself, or was ended for what it did. */
  record Crashed(String cause) implements Failure {}
}

package org.dreyfus.scoring;

/** What the harness saw of a classifier on one flow. A plugin cannot report its own time-out. */
public sealed interface Outcome {

  /** It said something, or chose to say nothing: undecided at the end is an answer. */
  record Answered() implements Outcome {}

  /** It did not return in time. */
  record TimedOut() implements Outcome {}

  /**
   * It ended before it had decided.
   *
   * @param cause what it ended with, one line
   */
  record Crashed(String cause) implements Outcome {}

  /**
   * It was not asked.
   *
   * @param reason why, one line
   */
  record Skipped(String reason) implements Outcome {}
}

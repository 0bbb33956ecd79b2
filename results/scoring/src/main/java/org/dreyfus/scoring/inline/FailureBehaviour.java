package org.dreyfus.scoring.inline;

/**
 * What became of traffic while a device had failed, or was made to.
 *
 * @param failure what was done to it
 * @param harmless what became of harmless traffic
 * @param blockable what became of traffic that the device blocks when it is well
 * @param summary in one sentence, with the numbers
 */
public record FailureBehaviour(Failure failure, Fate harmless, Fate blockable, String summary) {

  /** What was done to the device. */
  public enum Failure {
    KILLED,
    STOPPED,
    STARVED,
    OVERLOADED
  }

  /** What became of flows. */
  public enum Fate {
    /** They passed. */
    PASSES,
    /** They were stopped. */
    STOPS,
    /** Some were treated otherwise than when the device is well. */
    MISJUDGED,
    /** It could not be tried: the device has no process, or blocks nothing of the corpus. */
    NOT_TRIED
  }
}

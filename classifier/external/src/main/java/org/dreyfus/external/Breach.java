package org.dreyfus.external;

/**
 * How a plugin broke the stream contract, by the rules of {@code classifier/STREAM.md}. Each is
 * counted and named in the results; none of them changes an answer that stood before.
 */
public enum Breach {
  /** Longer than 64 KiB: the line was skipped. */
  LINE_TOO_LONG("O1", "lines longer than 64 KiB"),
  /** Bytes that are no UTF-8. */
  NOT_TEXT("O1", "lines that are not UTF-8"),
  /** Something else than JSON objects. */
  NOT_A_LINE("O4", "output that is no JSON object"),
  /** A JSON object that is no line of the contract. */
  INVALID_LINE("O2", "lines that are not of the contract"),
  /** A score that is no number from 0 to 1. */
  BAD_SCORE("V6", "scores that are not from 0 to 1"),
  /** Too many of these one after another: the plugin was ended. */
  INVALID_FLOOD("O3", "100 invalid lines in a row"),
  /** Names a flow of which no packet was delivered. */
  UNKNOWN_FLOW("F1", "answers for flows that were not there"),
  /** Speaks of a frame that was not delivered yet. */
  AHEAD_OF_INPUT("V4", "answers about packets that had not been delivered"),
  /** The flow was decided before. */
  ANSWERED_AGAIN("V2", "answers for flows that were decided"),
  /** In lock-step: says that it decided earlier than it answered. */
  BACK_DATED("V5", "answers dated back"),
  /** Accuses an address that no packet carried. */
  UNKNOWN_HOST("A1", "accusations of hosts that were not there"),
  /** In lock-step: not one marker within the time limit. */
  NO_MARKER("L2", "packets never acknowledged in lock-step"),
  /** Ended, or closed its input, before the end of input. */
  LEFT_EARLY("I4", "ended before the end of input"),
  /** Did not read for a minute. */
  STOPPED_READING("I5", "stopped reading"),
  /** Was still at work when its time was over. */
  OUT_OF_TIME("T1", "did not finish in time"),
  /** Used more memory than it may. */
  OUT_OF_MEMORY("T2", "used more memory than allowed"),
  /** Ended with another exit code than 0. */
  FAILED("I6", "ended with an error");

  private final String rule;
  private final String words;

  Breach(String rule, String words) {
    this.rule = rule;
    this.words = words;
  }

  /** The rule's number in {@code classifier/STREAM.md}. */
  public String rule() {
    return rule;
  }

  /** For readers: what was seen. */
  public String words() {
    return words;
  }
}

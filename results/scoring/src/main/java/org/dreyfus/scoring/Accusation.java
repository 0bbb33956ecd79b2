package org.dreyfus.scoring;

/**
 * One accused host, and what it did: a line of {@code accusations.jsonl}.
 *
 * @param session id
 * @param host address as recorded
 * @param reason the classifier's
 * @param deed what the labels say of the host
 */
public record Accusation(String session, String host, String reason, Deed deed) {

  /** What a host did in its session; the first that holds. */
  public enum Deed {
    /** It was an end of a CONTENT flow that is infringing. */
    UNLICENSED,
    /** It was an end of a CONTENT flow whose rights are undetermined. */
    UNDETERMINED,
    /** It moved lawful works only. */
    LAWFUL,
    /** It moved no work at all. */
    NO_WORK,
    /** No host of the session has this address. */
    NOBODY
  }
}

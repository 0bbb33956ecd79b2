package org.dreyfus.cli.submission;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One line of the ledger.
 *
 * @param number from 1
 * @param previous SHA-256 of the line before, lower-case hex; empty in the first line
 * @param time ISO 8601, UTC
 * @param kind of event
 * @param facts by name
 */
public record LedgerEntry(
    int number, String previous, String time, Kind kind, Map<String, String> facts) {

  public LedgerEntry {
    facts = Collections.unmodifiableMap(new TreeMap<>(facts));
  }

  /** What happened. */
  public enum Kind {
    /** The digest of a secret nonce: {@code commitment}. */
    NONCE,
    /**
     * A submission is run: {@code plugin}, {@code version}, {@code digest}, {@code configuration},
     * {@code corpus}, {@code commitment}, {@code nonce}, {@code seed}.
     */
    ATTEMPT,
    /** A run came to its end: {@code attempt}, {@code results} (SHA-256 of its SHA256SUMS). */
    FINISHED,
    /** A run broke off for good: {@code attempt}, {@code reason}. */
    FAILED,
    /** The vendor took a submission back; it stays listed: {@code attempt}, {@code reason}. */
    WITHDRAWN
  }

  /** A fact, or empty text. */
  public String fact(String name) {
    return facts.getOrDefault(name, "");
  }
}

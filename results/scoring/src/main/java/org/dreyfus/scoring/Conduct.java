package org.dreyfus.scoring;

import java.util.List;
import java.util.Optional;

/**
 * How a classifier behaved that ran outside the harness, in one session.
 *
 * @param session its id, or {@link #ALL}
 * @param breaches of the stream contract
 * @param exitCode with which it ended; absent when it never did
 * @param peakMemoryBytes the most it was seen to use; differs from run to run
 */
public record Conduct(
    String session,
    List<Breach> breaches,
    Optional<Integer> exitCode,
    Optional<Long> peakMemoryBytes) {

  /** Stands for the session when all were shown as one stream. */
  public static final String ALL = "all sessions";

  public Conduct {
    breaches = List.copyOf(breaches);
  }

  /**
   * One rule that was broken.
   *
   * @param rule its number in the contract: {@code "O2"}
   * @param words what was seen
   * @param count how often, at least 1
   * @param example of the first time, one line
   */
  public record Breach(String rule, String words, long count, String example) {}
}

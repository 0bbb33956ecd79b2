package org.dreyfus.report.site;

import java.util.Optional;
import org.dreyfus.bundle.ClassifierFacts;
import org.dreyfus.scoring.Scorecard;

/**
 * A row of the leaderboard: one blocker.
 *
 * @param page its scorecard, relative to the table
 * @param classifier what it is
 * @param scorecard of one policy
 * @param mark whose word it is: EVIDENCE, Whose word it is
 * @param withdrawn why it was withdrawn
 */
public record SiteRow(
    String page,
    ClassifierFacts classifier,
    Scorecard scorecard,
    Mark mark,
    Optional<String> withdrawn) {

  /** Whose word a result is. */
  public enum Mark {
    RERUN_BY_US("re-run by us"),
    ARITHMETIC_CHECKED("arithmetic checked"),
    SELF_REPORTED("self-reported: verification failed");

    private final String text;

    Mark(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }
  }
}

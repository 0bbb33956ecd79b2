package org.dreyfus.bundle;

import java.util.List;
import org.dreyfus.scoring.Scorecard;

/**
 * {@code scorecard.json}: one scorecard a policy. No time, no fact of the machine.
 *
 * @param schemaVersion of this file: 1
 * @param scorecards in the order of the policies
 */
public record Scorecards(int schemaVersion, List<Scorecard> scorecards) {

  /** SHA-256 of the file, lower-case hex. */
  public static String digest(List<Scorecard> scorecards) {
    return Digests.sha256(ResultJson.json().pretty(of(scorecards)));
  }

  static Scorecards of(List<Scorecard> scorecards) {
    return new Scorecards(1, scorecards);
  }
}

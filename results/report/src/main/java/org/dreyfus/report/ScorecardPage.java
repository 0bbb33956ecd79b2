package org.dreyfus.report;

import java.util.List;
import java.util.Map;
import org.dreyfus.bundle.Bundle;
import org.dreyfus.scoring.Scorecard;

/** The page of one bundle: one classifier, a section for each policy. */
public final class ScorecardPage {

  private ScorecardPage() {}

  /** One HTML file without references to anything outside it. */
  public static String html(Bundle bundle, List<Scorecard> scorecards) {
    return Pages.render(
        "scorecard.jte",
        Map.of(
            "run",
            bundle.manifest(),
            "scorecards",
            scorecards,
            "response",
            bundle.response().orElse("")));
  }
}

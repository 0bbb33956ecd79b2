package org.dreyfus.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dreyfus.bundle.Bundle;
import org.dreyfus.scoring.Scorecard;

/** The page of one bundle: one classifier, a section for each policy. */
public final class ScorecardPage {

  private ScorecardPage() {}

  /** One HTML file without references to anything outside it. */
  public static String html(Bundle bundle, List<Scorecard> scorecards) {
    return html(bundle, scorecards, Optional.empty());
  }

  /**
   * The same, as a page of a site.
   *
   * @param library where the chart library lies, relative to the page; when absent it stands in the
   *     page
   */
  public static String html(Bundle bundle, List<Scorecard> scorecards, Optional<String> library) {
    return Pages.render(
        "scorecard.jte",
        Map.of(
            "run",
            bundle.manifest(),
            "scorecards",
            scorecards,
            "response",
            bundle.response().orElse(""),
            "beside",
            bundle.beside(),
            "rows",
            BesideTable.of(bundle, scorecards),
            "library",
            library));
  }
}

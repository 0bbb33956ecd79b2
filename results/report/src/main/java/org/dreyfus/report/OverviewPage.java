package org.dreyfus.report;

import java.util.List;
import java.util.Map;
import org.dreyfus.scoring.Scorecard;

/** The page over a run of several classifiers: a row for each blocker. */
public final class OverviewPage {

  private OverviewPage() {}

  /**
   * @param scorecards each links to the page of its classifier, in a folder of its id
   */
  public static String html(List<Scorecard> scorecards) {
    return Pages.render("overview.jte", Map.of("scorecards", scorecards));
  }
}

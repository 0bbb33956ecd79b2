package org.dreyfus.report;

import java.util.List;
import java.util.Map;
import org.dreyfus.bundle.ClassifierFacts;
import org.dreyfus.report.site.SiteRow;
import org.dreyfus.scoring.Scorecard;

/** The page over a run of several classifiers: a row for each blocker. */
public final class OverviewPage {

  /**
   * One classifier of the run.
   *
   * @param classifier what it is; its page lies in a folder of its id
   * @param scorecards one a policy
   */
  public record Row(ClassifierFacts classifier, List<Scorecard> scorecards) {

    public Row {
      scorecards = List.copyOf(scorecards);
    }
  }

  private OverviewPage() {}

  /** One HTML file that links to the pages of the classifiers and to nothing else. */
  public static String html(List<Row> rows) {
    return Pages.render("overview.jte", Map.of("rows", rows));
  }

  /** The table of a site. */
  public static String site(List<SiteRow> rows) {
    return Pages.render("site.jte", Map.of("rows", rows));
  }
}

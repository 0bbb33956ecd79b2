package org.dreyfus.report;

import java.util.List;
import java.util.Map;
import org.dreyfus.scoring.Comparison;

/** The page that sets blockers against one of them. */
public final class ComparisonPage {

  /**
   * One blocker beside the first.
   *
   * @param name of the blocker
   * @param comparison the first less this one
   */
  public record Row(String name, Comparison comparison) {}

  private ComparisonPage() {}

  /**
   * One HTML file without references to anything outside it.
   *
   * @param first name of the blocker that the others are set against
   * @param corpus id and version of what all were run on
   */
  public static String html(String first, String corpus, List<Row> rows) {
    return Pages.render("comparison.jte", Map.of("first", first, "corpus", corpus, "rows", rows));
  }
}

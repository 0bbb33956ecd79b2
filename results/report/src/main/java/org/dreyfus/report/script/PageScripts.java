package org.dreyfus.report.script;

/** Our own scripts, which stand in every scorecard page. */
public final class PageScripts {

  private PageScripts() {}

  /** Draws the charts, and works figures out again when the reader sets other numbers. */
  public static String text() {
    return Resource.text(PageScripts.class, "charts.js")
        + Resource.text(PageScripts.class, "thousand.js")
        + Resource.text(PageScripts.class, "minimum-cut.js")
        + Resource.text(PageScripts.class, "ceiling.js")
        + Resource.text(PageScripts.class, "mix.js");
  }
}

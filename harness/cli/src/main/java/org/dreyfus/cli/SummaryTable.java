package org.dreyfus.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dreyfus.report.text.Csv;
import org.dreyfus.scoring.ClaimResults;
import org.dreyfus.scoring.Finding.Result;
import org.dreyfus.scoring.Rate;
import org.dreyfus.scoring.Scorecard;

/** One line a blocker. */
final class SummaryTable {

  private SummaryTable() {}

  static String text(List<Scorecard> scorecards) {
    TextTable table =
        new TextTable(
            "CLASSIFIER",
            "POLICY",
            "FP",
            "95 %",
            "FN",
            "95 %",
            "CLAIMS",
            "REFUTED",
            "SUPPORTED",
            "NOT REFUTED",
            "NOT TESTABLE");
    for (Scorecard card : scorecards) {
      Rate fp = card.headline().falsePositives();
      Rate fn = card.headline().falseNegatives();
      for (ClaimResults file : card.claims()) {
        table.row(
            card.classifier(),
            card.policy().id(),
            counts(fp),
            interval(fp),
            counts(fn),
            interval(fn),
            file.id(),
            file.count(Result.REFUTED),
            file.count(Result.SUPPORTED),
            file.count(Result.NOT_REFUTED),
            file.count(Result.NOT_TESTABLE));
      }
    }
    return table.toString();
  }

  static List<String> csv(List<Scorecard> scorecards) {
    List<String> lines = new ArrayList<>();
    lines.add(
        Csv.line(
            List.of(
                "classifier",
                "policy",
                "fp_sessions",
                "fp_of",
                "fp_clusters",
                "fp_rate",
                "fp_lower",
                "fp_upper",
                "fn_sessions",
                "fn_of",
                "fn_clusters",
                "fn_rate",
                "fn_lower",
                "fn_upper",
                "claims",
                "refuted",
                "supported",
                "not_refuted",
                "not_testable")));
    for (Scorecard card : scorecards) {
      for (ClaimResults file : card.claims()) {
        List<Object> cells = new ArrayList<>(List.of(card.classifier(), card.policy().id()));
        cells.addAll(numbers(card.headline().falsePositives()));
        cells.addAll(numbers(card.headline().falseNegatives()));
        cells.add(file.id());
        for (Result result :
            List.of(Result.REFUTED, Result.SUPPORTED, Result.NOT_REFUTED, Result.NOT_TESTABLE)) {
          cells.add(file.count(result));
        }
        lines.add(Csv.line(cells));
      }
    }
    return lines;
  }

  private static List<Object> numbers(Rate rate) {
    return List.of(
        rate.errorsIfUnansweredWrong(),
        rate.sessions(),
        rate.clusters(),
        rate.clusterRateIfUnansweredWrong(),
        rate.lower(),
        rate.upper());
  }

  private static String counts(Rate rate) {
    String errors =
        rate.errors() == rate.errorsIfUnansweredWrong()
            ? Integer.toString(rate.errors())
            : rate.errors() + ".." + rate.errorsIfUnansweredWrong();
    return errors + " of " + rate.sessions();
  }

  private static String interval(Rate rate) {
    return String.format(Locale.ROOT, "%.0f-%.0f %%", 100 * rate.lower(), 100 * rate.upper());
  }
}

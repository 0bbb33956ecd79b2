package org.dreyfus.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dreyfus.engine.Evaluation;
import org.dreyfus.engine.Run;
import org.dreyfus.engine.RunProgress;
import org.dreyfus.engine.Treatment;
import org.dreyfus.scoring.AuditRow;
import org.dreyfus.scoring.Policy;
import org.dreyfus.scoring.RunEvidence;
import org.dreyfus.scoring.Scorer;

/** Runs the classifiers again on treated traffic, and says what changed. */
final class Audit {

  private Audit() {}

  static List<AuditRow> run(Evaluation evaluation, List<Policy> policies, RunProgress progress)
      throws IOException {
    Map<Treatment, List<Run.Result>> runs = new EnumMap<>(Treatment.class);
    for (Treatment treatment : Treatment.values()) {
      Run run = Run.treated(evaluation, treatment, progress);
      runs.put(treatment, run.execute());
      run.forget();
    }
    List<AuditRow> rows = new ArrayList<>();
    List<Run.Result> untreated = runs.getOrDefault(Treatment.NONE, List.of());
    for (int i = 0; i < untreated.size(); i++) {
      String id = untreated.get(i).subject().id();
      RunEvidence before = untreated.get(i).evidence();
      for (Policy policy : Scorer.applicable(before, policies)) {
        for (Map.Entry<Treatment, List<Run.Result>> treated : runs.entrySet()) {
          if (treated.getKey() != Treatment.NONE) {
            rows.add(
                AuditRow.of(
                    id,
                    policy,
                    treated.getKey().text(),
                    before,
                    treated.getValue().get(i).evidence()));
          }
        }
      }
    }
    return rows;
  }

  static String text(List<AuditRow> rows) {
    TextTable table =
        new TextTable(
            "CLASSIFIER", "POLICY", "TREATMENT", "CHANGED", "TURNED", "FLOWS", "FP", "FN");
    for (AuditRow row : rows) {
      table.row(
          row.classifier(),
          row.policy(),
          row.treatment(),
          row.changed(),
          row.turned(),
          row.flows(),
          change(
              row.before().falsePositives().clusterRate(),
              row.after().falsePositives().clusterRate()),
          change(
              row.before().falseNegatives().clusterRate(),
              row.after().falseNegatives().clusterRate()));
    }
    return table
        + "\nCHANGED: another verdict, protocol or decision point. TURNED: blocked and passed changed"
        + " places.\nFP and FN: cluster rates, without the treatment and with it.\n";
  }

  private static String change(double before, double after) {
    return String.format(Locale.ROOT, "%.1f > %.1f %%", 100 * before, 100 * after);
  }
}

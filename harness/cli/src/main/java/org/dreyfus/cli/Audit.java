package org.dreyfus.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.engine.Duplicates;
import org.dreyfus.engine.Evaluation;
import org.dreyfus.engine.Run;
import org.dreyfus.engine.Treatment;
import org.dreyfus.lab.MissingRequirement;
import org.dreyfus.scoring.AuditRow;
import org.dreyfus.scoring.Evidence;
import org.dreyfus.scoring.FreshRow;
import org.dreyfus.scoring.Policy;
import org.dreyfus.scoring.Scorer;

/** Runs the classifiers again on treated traffic, and says what changed. */
final class Audit {

  private Audit() {}

  /**
   * What came out.
   *
   * @param treatments a row a blocker and treatment
   * @param fresh a row a blocker; empty when nothing could be recorded here
   * @param notFresh why not
   * @param duplicates groups of sessions that carry the same payloads
   */
  record Report(
      List<AuditRow> treatments,
      List<FreshRow> fresh,
      Optional<String> notFresh,
      List<List<String>> duplicates) {}

  static Report run(Evaluation evaluation, List<Policy> policies, Output output, Path scratch)
      throws IOException {
    Map<Treatment, List<Run.Result>> runs = new EnumMap<>(Treatment.class);
    List<Run> treated = new ArrayList<>();
    for (Treatment treatment : Treatment.values()) {
      Run run = Run.treated(evaluation, treatment, Terminal.progress(output, "treated sessions"));
      treated.add(run);
      runs.put(treatment, run.execute());
    }
    Report report = report(evaluation, policies, output, scratch, runs);
    for (Run run : treated) {
      run.forget();
    }
    return report;
  }

  private static Report report(
      Evaluation evaluation,
      List<Policy> policies,
      Output output,
      Path scratch,
      Map<Treatment, List<Run.Result>> runs)
      throws IOException {
    List<Run.Result> untreated = runs.getOrDefault(Treatment.NONE, List.of());
    List<AuditRow> treatments = treatments(policies, runs, untreated);
    List<List<String>> duplicates = Duplicates.of(evaluation.corpus());
    try {
      List<FreshRow> fresh = fresh(evaluation, policies, output, scratch, untreated);
      return new Report(treatments, fresh, Optional.empty(), duplicates);
    } catch (MissingRequirement e) {
      Optional<String> why = Optional.of(String.valueOf(e.getMessage()));
      return new Report(treatments, List.of(), why, duplicates);
    }
  }

  private static List<AuditRow> treatments(
      List<Policy> policies, Map<Treatment, List<Run.Result>> runs, List<Run.Result> untreated) {
    List<AuditRow> rows = new ArrayList<>();
    for (int i = 0; i < untreated.size(); i++) {
      String id = untreated.get(i).subject().id();
      Evidence before = untreated.get(i).evidence();
      for (Policy policy : Scorer.applicable(before, policies)) {
        for (Map.Entry<Treatment, List<Run.Result>> treated : runs.entrySet()) {
          if (treated.getKey() != Treatment.NONE) {
            Evidence after = treated.getValue().get(i).evidence();
            rows.add(AuditRow.of(id, policy, treated.getKey().text(), before, after));
          }
        }
      }
    }
    return rows;
  }

  /** What has learnt gets for each fresh session the model that never saw its cluster. */
  private static List<FreshRow> fresh(
      Evaluation evaluation,
      List<Policy> policies,
      Output output,
      Path scratch,
      List<Run.Result> untreated)
      throws IOException {
    Corpus corpus = FreshRecordings.record(evaluation.corpus(), scratch, evaluation.seed(), output);
    Evaluation again =
        new Evaluation(
            corpus,
            untreated.stream()
                .map(Run.Result::subject)
                .map(
                    subject ->
                        subject.carriedOver(evaluation.corpus().sessions(), corpus.sessions()))
                .toList(),
            evaluation.seed(),
            evaluation.threads(),
            true,
            false,
            evaluation.timeLimit(),
            evaluation.journal());
    Run run = Run.treated(again, Treatment.NONE, Terminal.progress(output, "fresh sessions"));
    List<Run.Result> results = run.execute();
    List<FreshRow> rows = new ArrayList<>();
    for (int i = 0; i < untreated.size(); i++) {
      Evidence before = untreated.get(i).evidence();
      for (Policy policy : Scorer.applicable(before, policies)) {
        rows.add(
            FreshRow.of(
                untreated.get(i).subject().id(), policy, before, results.get(i).evidence()));
      }
    }
    run.forget();
    return rows;
  }

  static String text(Report report) {
    String fresh =
        report
            .notFresh()
            .map(reason -> "Nothing was recorded afresh: " + reason + "\n")
            .orElseGet(() -> freshText(report.fresh()));
    String duplicates =
        report.duplicates().isEmpty()
            ? "No two sessions carry the same payloads.\n"
            : "Sessions that carry the same payloads, and so count more than once: "
                + report.duplicates()
                + "\n";
    return text(report.treatments()) + "\n" + fresh + duplicates;
  }

  private static String freshText(List<FreshRow> rows) {
    TextTable table =
        new TextTable("CLASSIFIER", "POLICY", "SCENARIOS", "CHANGED", "FP", "FN", "WHICH");
    for (FreshRow row : rows) {
      table.row(
          row.classifier(),
          row.policy(),
          row.scenarios(),
          row.changed().size(),
          change(
              row.before().falsePositives().clusterRate(),
              row.after().falsePositives().clusterRate()),
          change(
              row.before().falseNegatives().clusterRate(),
              row.after().falseNegatives().clusterRate()),
          String.join(" ", row.changed()));
    }
    return table
        + "\nThe same scenarios, recorded before and afresh with other works, keys and addresses.\n";
  }

  private static String text(List<AuditRow> rows) {
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

package org.dreyfus.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.dreyfus.bundle.InputFiles;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.FlowLabel;
import org.dreyfus.corpus.Session;
import org.dreyfus.report.text.Csv;
import org.dreyfus.scoring.ClaimFile;
import org.dreyfus.scoring.ClaimPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dreyfus claims plan}. */
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    description = {
      "Says how many clusters of sessions each claim needs, and how many a corpus has.",
      "Needed: for support, if not one error is seen. Repetitions are not counted."
    })
final class ClaimsPlanCommand implements Callable<Integer> {

  @Mixin private Output output;

  @Parameters(paramLabel = "FILE", description = "A claim file, or the id of a bundled one.")
  private String file;

  @Option(names = "--corpus", defaultValue = "default", description = "Id or folder.")
  private String corpus;

  ClaimsPlanCommand() {
    this.output = new Output();
    this.file = "";
    this.corpus = "default";
  }

  @Override
  public Integer call() throws IOException {
    ClaimFile claims = InputFiles.claims(Installation.claimFile(file));
    Corpus opened = Corpus.open(Installation.corpus(corpus));
    Map<Session, List<FlowLabel>> labels = new LinkedHashMap<>();
    for (Session session : opened.sessions()) {
      labels.put(session, opened.flows(session));
    }
    List<ClaimPlan> plans = ClaimPlan.of(claims, labels);
    switch (output.format()) {
      case json -> output.json(plans);
      case csv -> {
        output.text(Csv.line(List.of("claim", "sessions", "clusters", "needed", "remark")));
        plans.forEach(
            plan ->
                output.text(
                    Csv.line(
                        List.of(
                            plan.claim(),
                            plan.sessions(),
                            plan.clusters(),
                            needed(plan),
                            plan.remark()))));
      }
      case text -> text(plans);
    }
    return ExitCode.DONE;
  }

  private void text(List<ClaimPlan> plans) {
    TextTable table = new TextTable("CLAIM", "SESSIONS", "CLUSTERS", "NEEDED", "ENOUGH", "REMARK");
    for (ClaimPlan plan : plans) {
      table.row(
          plan.claim(),
          String.valueOf(plan.sessions()),
          String.valueOf(plan.clusters()),
          needed(plan),
          plan.needed().isEmpty() ? "-" : plan.suffices() ? "yes" : "no",
          plan.remark());
    }
    output.text(table + "\n");
  }

  private static String needed(ClaimPlan plan) {
    return plan.needed().isPresent() ? String.valueOf(plan.needed().getAsInt()) : "-";
  }
}

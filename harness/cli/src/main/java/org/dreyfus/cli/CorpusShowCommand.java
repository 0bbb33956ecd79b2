package org.dreyfus.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.dreyfus.corpus.Census;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.FlowLabel;
import org.dreyfus.corpus.Session;
import org.dreyfus.report.text.Csv;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dreyfus corpus show}. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = {
      "Counts what a corpus holds: by label axis, by cluster, and protocol by protection by status.",
      "Or lists its sessions, or the flows and labels of one."
    })
final class CorpusShowCommand implements Callable<Integer> {

  @Mixin private Output output;

  @Parameters(paramLabel = "CORPUS", defaultValue = "default", description = "Id or folder.")
  private String corpus;

  @Option(names = "--sessions", description = "List the sessions.")
  private boolean sessions;

  @Option(names = "--session", paramLabel = "ID", description = "Show this session's flows.")
  private String session;

  CorpusShowCommand() {
    this.output = new Output();
    this.corpus = "default";
    this.session = "";
  }

  @Override
  public Integer call() throws IOException {
    Corpus opened = Corpus.open(Installation.corpus(corpus));
    if (!session.isEmpty()) {
      flows(opened, Selection.session(opened, session));
    } else if (sessions) {
      sessions(opened);
    } else {
      new CensusPrinter(output).print(Census.of(opened));
    }
    return ExitCode.DONE;
  }

  private void sessions(Corpus opened) {
    switch (output.format()) {
      case json -> output.json(opened.sessions());
      case csv -> {
        output.text(Csv.line(List.of("session", "cluster", "origin", "pair", "story")));
        opened.sessions().forEach(s -> output.text(Csv.line(List.of(cells(s)))));
      }
      case text -> {
        TextTable table = new TextTable("SESSION", "CLUSTER", "ORIGIN", "PAIR", "STORY");
        opened.sessions().forEach(s -> table.row((Object[]) cells(s)));
        output.text(table.toString());
      }
    }
  }

  private static String[] cells(Session s) {
    return new String[] {
      s.id(), s.cluster(), s.origin().name(), s.pair().map(p -> p.id()).orElse("-"), s.story()
    };
  }

  private void flows(Corpus opened, Session chosen) throws IOException {
    List<FlowLabel> flows = opened.flows(chosen);
    switch (output.format()) {
      case json -> output.json(flows.stream().map(ShownFlow::of).toList());
      case csv -> {
        output.text(Csv.line(List.of(header())));
        flows.forEach(flow -> output.text(Csv.line(List.of(cells(flow)))));
      }
      case text -> {
        output.text(chosen.story() + "\n\n");
        TextTable table = new TextTable(header());
        flows.forEach(flow -> table.row((Object[]) cells(flow)));
        output.text(table.toString());
      }
    }
  }

  private static String[] header() {
    return new String[] {
      "FLOW",
      "PROTO",
      "FROM",
      "TO",
      "ROLE",
      "STATUS",
      "BASIS",
      "PROTECTION",
      "PROTOCOL",
      "CARRIES",
      "COMMUNITY ID"
    };
  }

  private static String[] cells(FlowLabel flow) {
    return new String[] {
      Long.toString(flow.flow()),
      flow.proto(),
      flow.srcIp() + ":" + flow.srcPort(),
      flow.destIp() + ":" + flow.destPort(),
      flow.label().role().name(),
      flow.label().legalStatus().name(),
      flow.label().legalBasis().name(),
      flow.label().protection().name(),
      flow.label().protocol(),
      flow.label().carries().orElse("-"),
      ShownFlow.of(flow).communityId()
    };
  }
}

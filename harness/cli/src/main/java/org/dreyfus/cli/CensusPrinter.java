package org.dreyfus.cli;

import java.util.List;
import org.dreyfus.corpus.Census;
import org.dreyfus.report.text.Csv;

/** Prints what a corpus holds. */
final class CensusPrinter {

  private final Output output;

  CensusPrinter(Output output) {
    this.output = output;
  }

  void print(Census census) {
    switch (output.format()) {
      case json -> output.json(census);
      case csv -> csv(census);
      case text -> text(census);
    }
  }

  private void csv(Census census) {
    output.text(Csv.line(List.of("axis", "value", "sessions", "clusters", "flows")));
    for (Census.Share share : census.axes()) {
      output.text(
          Csv.line(
              List.of(
                  share.axis(), share.value(), share.sessions(), share.clusters(), share.flows())));
    }
  }

  private void text(Census census) {
    output.text(
        "%d sessions of %d scenarios in %d clusters. Only clusters count as n.%n%n"
            .formatted(census.sessions(), census.scenarios(), census.clusters()));
    TextTable axes = new TextTable("AXIS", "VALUE", "SESSIONS", "CLUSTERS", "FLOWS");
    for (Census.Share share : census.axes()) {
      if (!share.axis().equals("protocol")) {
        axes.row(share.axis(), share.value(), share.sessions(), share.clusters(), share.flows());
      }
    }
    output.text(axes + "\n");
    pairs(census);
    routes(census);
  }

  private void pairs(Census census) {
    if (census.pairs().isEmpty()) {
      return;
    }
    TextTable pairs = new TextTable("PAIRS OF TYPE", "PROTECTION", "PAIRS", "CLUSTERS");
    for (Census.Pairs row : census.pairs()) {
      pairs.row(row.type(), row.protection(), row.pairs(), row.clusters());
    }
    output.text(pairs + "\n");
  }

  private void routes(Census census) {
    TextTable routes =
        new TextTable(
            "PROTOCOL",
            "CARRIES",
            "PROTECTION",
            "LEGAL",
            "INFRINGING",
            "UNDETERMINED",
            "NO CONTENT");
    for (Census.Route route : census.routes()) {
      routes.row(
          route.protocol(),
          route.carries().orElse("-"),
          route.protection(),
          route.legal(),
          route.infringing(),
          route.undetermined(),
          route.other());
    }
    output.text(routes + "Sessions; one counts in every line that its flows belong to.\n");
  }
}

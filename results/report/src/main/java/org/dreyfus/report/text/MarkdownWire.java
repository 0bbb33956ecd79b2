package org.dreyfus.report.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dreyfus.report.InlineWords;
import org.dreyfus.report.Words;
import org.dreyfus.scoring.InlineSummary;
import org.dreyfus.scoring.ReplayRate;
import org.dreyfus.scoring.inline.FailureBehaviour;
import org.dreyfus.scoring.inline.LoadReport;

/** Lines of a Markdown report on what a device did on the wire. */
final class MarkdownWire {

  private final List<String> lines = new ArrayList<>();

  private MarkdownWire() {}

  static List<String> of(InlineSummary seen) {
    MarkdownWire wire = new MarkdownWire();
    wire.lines.add("### On the wire");
    wire.lines.add("");
    wire.paragraph(InlineWords.limits(seen.run()));
    wire.paragraph(InlineWords.went(seen) + " " + InlineWords.verdicts(seen));
    wire.row("sessions", "replays blocked", "clusters", "95 % interval");
    wire.lines.add("|---|---|---|---|");
    wire.rate("Lawful", seen.lawful());
    wire.rate("Moving an unlicensed work", seen.unlicensed());
    wire.lines.add("");
    wire.paragraph(InlineWords.beside(seen) + " " + InlineWords.strays(seen.run().strays()));
    wire.causes(seen);
    seen.run().failures().forEach(wire::failure);
    seen.run().load().ifPresent(wire::load);
    return wire.lines;
  }

  private void rate(String label, ReplayRate rate) {
    if (!rate.isEmpty()) {
      row(
          label,
          InlineWords.blocked(rate),
          String.valueOf(rate.clusters()),
          Words.percent(rate.lower()) + " to " + Words.percent(rate.upper()));
    }
  }

  private void causes(InlineSummary seen) {
    seen.causes()
        .forEach(
            (cause, flows) -> {
              if (flows > 0) {
                paragraph(
                    "Blocked flows of which, played again, it was seen that %s: %s."
                        .formatted(InlineWords.cause(cause), InlineWords.count(flows)));
              }
            });
  }

  private void failure(FailureBehaviour failure) {
    paragraph(
        "When it was %s: harmless traffic %s, traffic that it blocks when well %s. %s"
            .formatted(
                InlineWords.failure(failure.failure()),
                InlineWords.fate(failure.harmless()),
                InlineWords.fate(failure.blockable()),
                failure.summary()));
  }

  private void load(LoadReport load) {
    paragraph(
        "Without loss, in frames of %d bytes: %s packets a second, %s new flows a second, %s flows at once; the tester alone did %s, %s and %s."
            .formatted(
                load.frameBytes(),
                InlineWords.number(load.device().throughput()),
                InlineWords.number(load.device().newFlowsPerSecond()),
                InlineWords.count(load.device().concurrentFlows()),
                InlineWords.number(load.tester().throughput()),
                InlineWords.number(load.tester().newFlowsPerSecond()),
                InlineWords.count(load.tester().concurrentFlows())));
  }

  private void paragraph(String words) {
    lines.add(MarkdownReport.escaped(words));
    lines.add("");
  }

  private void row(String... cells) {
    lines.add(
        Stream.of(cells)
            .map(MarkdownReport::escaped)
            .collect(Collectors.joining(" | ", "| ", " |")));
  }
}

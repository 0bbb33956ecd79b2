package org.dreyfus.cli;

import java.util.List;
import java.util.Locale;
import org.dreyfus.inline.Agreement;
import org.dreyfus.inline.failure.FailureText;
import org.dreyfus.inline.load.LoadText;
import org.dreyfus.inline.replay.ReplaySpeed;
import org.dreyfus.scoring.inline.FlowReplay.Packets;
import org.dreyfus.scoring.inline.InlineEvidence;
import org.dreyfus.scoring.inline.InlineFlow;
import org.dreyfus.scoring.inline.InlineRun;
import org.dreyfus.scoring.inline.InlineVerdict;

/** What was seen on the wire, one line a device. */
final class InlineTable {

  private static final int SHOWN = 12;

  private InlineTable() {}

  static String text(List<Entrant> entrants) {
    TextTable flows =
        new TextTable(
            "DEVICE",
            "FLOWS",
            "BLOCKED",
            "THROTTLED",
            "INCONCLUSIVE",
            "ALLOWED",
            "BLOCK RATE",
            "CHANGED",
            "ADDED",
            "STRAYS/S",
            "LOSS",
            "P50 us",
            "P99 us",
            "KPKT/S");
    for (Entrant entrant : entrants) {
      InlineEvidence evidence = entrant.evidence().facts().inline().orElseThrow();
      InlineRun run = evidence.run();
      Packets totals = run.totals();
      flows.row(
          entrant.classifier().id(),
          evidence.flows().size(),
          count(evidence, InlineVerdict.BLOCKED),
          count(evidence, InlineVerdict.THROTTLED),
          count(evidence, InlineVerdict.INCONCLUSIVE),
          count(evidence, InlineVerdict.ALLOWED),
          rate(evidence),
          totals.changed(),
          totals.added(),
          "%.1f".formatted(run.strays().perSecond()),
          "%.2f %%".formatted(100 * run.before().lossRate()),
          "%.0f".formatted(run.before().medianMicros()),
          "%.0f".formatted(run.before().p99Micros()),
          "%.0f".formatted(run.packetsPerSecond() / 1000));
    }
    return flows.toString();
  }

  private static long count(InlineEvidence evidence, InlineVerdict verdict) {
    return evidence.flows().stream().filter(flow -> flow.verdict() == verdict).count();
  }

  /** Blocked replays of flows over all replays of flows. */
  private static String rate(InlineEvidence evidence) {
    long blocked = evidence.flows().stream().mapToLong(InlineFlow::blockedReplays).sum();
    long all = evidence.flows().stream().mapToLong(flow -> flow.replays().size()).sum();
    return String.format(Locale.ROOT, "%d of %d", blocked, all);
  }

  /** Failures and load, when they were tried. */
  static String further(Entrant entrant) {
    InlineRun run = entrant.evidence().facts().inline().orElseThrow().run();
    StringBuilder text = new StringBuilder();
    if (!run.failures().isEmpty()) {
      text.append("%n%s when it fails:%n".formatted(entrant.classifier().id()));
      text.append(FailureText.of(run.failures()));
    }
    run.load()
        .ifPresent(
            load ->
                text.append("%n%s under load:%n".formatted(entrant.classifier().id()))
                    .append(LoadText.of(load)));
    return text.toString();
  }

  static String speed(ReplaySpeed.Report report) {
    TextTable table = new TextTable("WHAT", "PACKETS/S", "RATIO");
    report
        .tcpreplay()
        .forEach(rate -> table.row("tcpreplay --topspeed", "%.0f".formatted(rate), "1"));
    report
        .replay()
        .forEach(
            rate ->
                table.row(
                    "stateful replay",
                    "%.0f".formatted(rate),
                    "%.2f".formatted(rate / report.medianOfTcpreplay())));
    return table
        + "%nStateful: %d flows in flight at most, %d packets a run, %d lost, %d sent again.%n"
            .formatted(report.mostInFlight(), report.packets(), report.lost(), report.resent());
  }

  static String agreement(String device, Agreement agreement) {
    StringBuilder text = new StringBuilder();
    text.append(
        "%s on the wire and offline: %d of %d flows alike, blocked at the same packet or not at all; %d blocked offline at their very end only.%n"
            .formatted(device, agreement.samePacket(), agreement.flows(), agreement.endOnly()));
    if (!agreement.isComplete()) {
      TextTable table = new TextTable("SESSION", "FLOW", "PROTOCOL", "OFFLINE", "WIRE", "WHY");
      agreement.differences().stream()
          .limit(SHOWN)
          .forEach(
              each ->
                  table.row(
                      each.session(),
                      each.flow(),
                      each.protocol(),
                      each.offlineAt() == 0 ? "pass" : each.offlineAt(),
                      each.inlineAt() == 0 ? "pass" : each.inlineAt(),
                      each.explanation()));
      text.append(table);
      if (agreement.differences().size() > SHOWN) {
        text.append("All in agreement.json.\n");
      }
    }
    return text.toString();
  }
}

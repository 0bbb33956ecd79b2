package org.dreyfus.benchmark.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** A comparison for people, as Markdown whose tables are aligned for terminals too. */
final class ComparisonText {

  private static final double MEBIBYTE = 1 << 20;
  private static final List<String> HEADER =
      List.of(
          "program",
          "CPU s (min-max)",
          "wall s (min-max)",
          "peak MiB",
          "M packets/CPU s",
          "x lean C alone",
          "x lean C",
          "x ndpiReader");

  private ComparisonText() {}

  static String of(Comparison comparison) {
    StringBuilder text = new StringBuilder();
    for (CaptureResult capture : comparison.captures()) {
      text.append(heading(capture)).append(table(capture)).append('\n');
      text.append(agreement(capture)).append("\n\n");
    }
    text.append(facts(comparison));
    comparison.leftOut().forEach(line -> text.append("Left out, ").append(line).append(".\n"));
    return text.toString();
  }

  private static String heading(CaptureResult capture) {
    return String.format(
        Locale.ROOT,
        "## %s: %,d bytes, %,d packets\n\n",
        capture.capture(),
        capture.bytes(),
        capture.packets());
  }

  private static String table(CaptureResult capture) {
    List<List<String>> rows = new ArrayList<>(List.of(HEADER));
    for (ContestantResult contestant : capture.contestants()) {
      rows.add(
          List.of(
              contestant.name(),
              seconds(contestant.processorSeconds()),
              seconds(contestant.wallSeconds()),
              number("%.0f", contestant.peakBytes().median() / MEBIBYTE),
              number("%.2f", contestant.packetsPerProcessorSecond() / 1e6),
              ratio(capture.ratio(contestant, Contestants.LEAN_ALONE)),
              ratio(capture.ratio(contestant, Contestants.LEAN)),
              ratio(capture.ratio(contestant, Contestants.NDPI_READER))));
    }
    return aligned(rows);
  }

  private static String seconds(Spread spread) {
    return number("%.2f", spread.median())
        + number(" (%.2f", spread.minimum())
        + number("-%.2f)", spread.maximum());
  }

  private static String ratio(OptionalDouble ratio) {
    return ratio.isPresent() ? number("%.2f", ratio.getAsDouble()) : "";
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }

  private static String aligned(List<List<String>> rows) {
    int[] widths = new int[HEADER.size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        String padding = " ".repeat(widths[i] - row.get(i).length());
        text.append("| ").append(i == 0 ? row.get(i) + padding : padding + row.get(i)).append(' ');
      }
      text.append("|\n");
      if (row == HEADER) {
        for (int i = 0; i < widths.length; i++) {
          text.append("|").append("-".repeat(widths[i] + 1)).append(i == 0 ? '-' : ':');
        }
        text.append("|\n");
      }
    }
    return text.toString();
  }

  private static String agreement(CaptureResult capture) {
    List<String> counting =
        capture.counts().keySet().stream().map(name -> "'" + name + "'").toList();
    if (counting.size() < 2) {
      return "Counts by protocol: nothing to compare.";
    }
    String who = String.join(", ", counting);
    if (!capture.disagreements().isEmpty()) {
      return "Counts differ among "
          + who
          + ":\n\n- "
          + String.join("\n- ", capture.disagreements());
    }
    Map<String, Counts> largest =
        capture.counts().values().stream().reduce(Map.of(), (a, b) -> b.size() > a.size() ? b : a);
    Counts all = Counts.sum(largest.values());
    return String.format(
        Locale.ROOT,
        "Counts agree among %s: %,d flows, %,d packets, %,d bytes, %d protocols.",
        who,
        all.flows(),
        all.packets(),
        all.bytes(),
        largest.size());
  }

  private static String facts(Comparison comparison) {
    MachineFacts machine = comparison.machine();
    StringBuilder text = new StringBuilder();
    text.append(
        "Medians of %d interleaved runs after one that is not counted; CPU is user and system time."
            .formatted(comparison.runs()));
    text.append("\n\n");
    text.append(
        String.format(
            Locale.ROOT,
            "%s, %d cores, %.0f GiB; %s, kernel %s; %s.\n\n",
            machine.processor(),
            machine.cores(),
            machine.memoryBytes() / MEBIBYTE / 1_024,
            machine.system(),
            machine.kernel(),
            machine.jdk()));
    machine.tools().forEach((name, line) -> text.append("- %s: %s\n".formatted(name, line)));
    return text.append('\n').toString();
  }
}

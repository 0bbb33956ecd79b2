package org.dreyfus.cli;

import java.util.Locale;
import org.dreyfus.tck.Report;
import org.dreyfus.tck.check.CheckResult;
import org.dreyfus.tck.check.CheckResult.Outcome;

/** A conformance report for people: all checks, and then what was wrong. */
final class ConformanceTable {

  private ConformanceTable() {}

  static String text(Report report) {
    TextTable table = new TextTable("rule", "check", "result");
    for (CheckResult check : report.checks()) {
      table.row(check.rule(), check.title(), result(check));
    }
    StringBuilder text = new StringBuilder();
    text.append("%s %s (%s)\n\n".formatted(report.plugin(), report.version(), report.ran()));
    text.append(table);
    for (CheckResult check : report.checks()) {
      if (check.outcome() == Outcome.FAILED) {
        text.append("\n%s %s\n".formatted(check.rule(), check.title()));
        text.append("   seen: %s\n".formatted(check.seen()));
        text.append("   do:   %s\n".formatted(check.remedy()));
      }
    }
    text.append(
        "\n%d checks: %d passed, %d failed, %d skipped: %s\n"
            .formatted(
                report.checks().size(),
                report.count(Outcome.PASSED),
                report.count(Outcome.FAILED),
                report.count(Outcome.SKIPPED),
                report.conformant() ? "conformant" : "not conformant"));
    return text.toString();
  }

  private static String result(CheckResult check) {
    String word = check.outcome().name().toLowerCase(Locale.ROOT);
    return check.outcome() == Outcome.SKIPPED ? word + ": " + check.seen() : word;
  }
}

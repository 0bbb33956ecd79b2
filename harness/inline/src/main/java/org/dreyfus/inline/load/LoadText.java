package org.dreyfus.inline.load;

import java.util.Locale;
import org.dreyfus.scoring.inline.LoadReport;
import org.dreyfus.scoring.inline.LoadReport.Limits;
import org.dreyfus.scoring.inline.LoadReport.Step;

/** A load report as text for people. */
public final class LoadText {

  private LoadText() {}

  /** The tester's own limits and the device's side by side, then the rates tried. */
  public static String of(LoadReport report) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "Load, frames of %d bytes%n%n%-34s %14s %14s%n",
            report.frameBytes(),
            "",
            "device",
            "tester alone"));
    Limits device = report.device();
    Limits tester = report.tester();
    line(text, "packets/s without loss", device.throughput(), tester.throughput());
    line(text, "new flows/s without loss", device.newFlowsPerSecond(), tester.newFlowsPerSecond());
    line(text, "flows at once without loss", device.concurrentFlows(), tester.concurrentFlows());
    text.append(
        String.format(
            "%nBoth share the processors of one machine: where the device comes near the tester, the"
                + " tester is the limit.%n"));
    steps(text, "Through the device", device);
    steps(text, "Tester alone, over a plain wire", tester);
    return text.toString();
  }

  private static void line(StringBuilder text, String what, double device, double tester) {
    text.append(String.format(Locale.ROOT, "%-34s %,14.0f %,14.0f%n", what, device, tester));
  }

  private static void steps(StringBuilder text, String heading, Limits limits) {
    text.append(
        String.format(
            Locale.ROOT,
            "%n%s: packets/s, and one-way time in microseconds%n%12s %12s %10s %9s %9s %9s %9s %9s%n",
            heading,
            "offered",
            "forwarded",
            "lost",
            "p50",
            "p90",
            "p99",
            "p99.9",
            "max"));
    for (Step step : limits.steps()) {
      text.append(
          String.format(
              Locale.ROOT,
              "%,12.0f %,12.0f %,10d %,9.0f %,9.0f %,9.0f %,9.0f %,9.0f%n",
              step.offered(),
              step.forwarded(),
              step.lost(),
              step.medianMicros(),
              step.p90Micros(),
              step.p99Micros(),
              step.p999Micros(),
              step.maxMicros()));
    }
  }
}

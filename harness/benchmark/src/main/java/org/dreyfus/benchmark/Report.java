package org.dreyfus.benchmark;

import java.io.PrintStream;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** Prints what a packet costs, the cheapest first: each benchmark adds a part to one before. */
final class Report {

  private Report() {}

  static void print(PrintStream out, Collection<RunResult> results, long packets) {
    List<RunResult> sorted =
        results.stream()
            .sorted(Comparator.comparingDouble(result -> result.getPrimaryResult().getScore()))
            .toList();
    out.printf("%-32s %12s %12s %8s%n", "benchmark", "ns/packet", "+- (99.9%)", "Mpps");
    for (RunResult result : sorted) {
      Result<?> primary = result.getPrimaryResult();
      double nanos = primary.getScore() / packets;
      out.printf(
          Locale.ROOT,
          "%-32s %12.1f %12.1f %8.2f%n",
          name(result),
          nanos,
          primary.getScoreError() / packets,
          1_000 / nanos);
    }
  }

  private static String name(RunResult result) {
    String method = result.getParams().getBenchmark();
    String name = method.substring(method.lastIndexOf('.') + 1);
    String classifier = result.getParams().getParam("classifier");
    return classifier == null ? name : name + " (" + classifier + ")";
  }
}

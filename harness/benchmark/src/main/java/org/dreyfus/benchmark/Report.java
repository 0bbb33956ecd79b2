package org.dreyfus.benchmark;

import java.io.PrintStream;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** Prints what a packet costs; each benchmark adds a part to the one before. */
final class Report {

  private static final List<String> ORDER =
      List.of(
          "read",
          "readAndDecode",
          "readDecodeAndCount",
          "passAlone",
          "passWithTrivialClassifier",
          "passWithInstalledClassifier");

  private Report() {}

  static void print(PrintStream out, Collection<RunResult> results, long packets) {
    List<RunResult> sorted =
        results.stream().sorted(Comparator.comparingInt(Report::place)).toList();
    out.printf("%-36s %12s %12s %8s%n", "benchmark", "ns/packet", "+- (99.9%)", "Mpps");
    for (RunResult result : sorted) {
      Result<?> primary = result.getPrimaryResult();
      double nanos = primary.getScore() / packets;
      out.printf(
          Locale.ROOT,
          "%-36s %12.1f %12.1f %8.2f%n",
          name(result),
          nanos,
          primary.getScoreError() / packets,
          1_000 / nanos);
    }
  }

  private static int place(RunResult result) {
    int place = ORDER.indexOf(method(result));
    return place < 0 ? ORDER.size() : place;
  }

  private static String method(RunResult result) {
    String benchmark = result.getParams().getBenchmark();
    return benchmark.substring(benchmark.lastIndexOf('.') + 1);
  }

  private static String name(RunResult result) {
    String classifier = result.getParams().getParam("classifier");
    return classifier == null ? method(result) : method(result) + " (" + classifier + ")";
  }
}

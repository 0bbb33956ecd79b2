package org.dreyfus.benchmark;

import java.io.PrintStream;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

  /** Of JMH's profiler of garbage collection: bytes allocated an operation. */
  private static final String ALLOCATED = "gc.alloc.rate.norm";

  private Report() {}

  /**
   * Benchmarks whose operation is one pass.
   *
   * @param packets of the capture
   * @param flows of the capture
   */
  static void passes(PrintStream out, Collection<RunResult> results, long packets, long flows) {
    if (results.isEmpty()) {
      return;
    }
    out.printf(
        "%-36s %12s %12s %8s %9s %9s%n",
        "benchmark", "ns/packet", "+- (99.9%)", "Mpps", "B/packet", "B/flow");
    List<RunResult> sorted =
        results.stream().sorted(Comparator.comparingInt(Report::place)).toList();
    for (RunResult result : sorted) {
      Result<?> primary = result.getPrimaryResult();
      double nanos = primary.getScore() / packets;
      double allocated = secondary(result, ALLOCATED);
      out.printf(
          Locale.ROOT,
          "%-36s %12.1f %12.1f %8.2f %9.2f %9.1f%n",
          name(result),
          nanos,
          primary.getScoreError() / packets,
          1_000 / nanos,
          allocated / packets,
          allocated / flows);
    }
  }

  /** Benchmarks whose operation is one packet of a table of flows. */
  static void lookups(PrintStream out, Collection<RunResult> results) {
    for (RunResult result : results) {
      Result<?> primary = result.getPrimaryResult();
      double flows = Double.parseDouble(result.getParams().getParam("flows"));
      double heap = secondary(result, HeapProfiler.USED);
      out.printf(
          Locale.ROOT,
          "%s: %,.0f flows alive, %.1f ns a packet (+- %.1f), heap %.2f GB, %.1f bytes a flow%n",
          method(result),
          flows,
          primary.getScore(),
          primary.getScoreError(),
          heap / 1e9,
          heap / flows);
    }
  }

  private static double secondary(RunResult result, String name) {
    return Optional.ofNullable(result.getSecondaryResults().get(name))
        .orElseThrow(() -> new IllegalStateException("JMH measured no " + name))
        .getScore();
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

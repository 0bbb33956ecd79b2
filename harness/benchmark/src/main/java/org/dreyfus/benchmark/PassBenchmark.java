package org.dreyfus.benchmark;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.dreyfus.capture.flow.FlowRules;
import org.dreyfus.capture.inspect.FrameRewriter;
import org.dreyfus.capture.inspect.InspectionPass;
import org.dreyfus.capture.inspect.PassSummary;
import org.dreyfus.classifier.Classifier;
import org.dreyfus.classifier.Verdict;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Whole passes, as the harness makes them. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PassBenchmark {

  /** The installed classifier to measure. */
  @State(Scope.Benchmark)
  public static class Installed {

    @Param("ndpi")
    public String classifier = "";
  }

  /** No classifier: what the harness adds to reading and counting. */
  @Benchmark
  public long passAlone(BenchmarkCapture capture) {
    return pass(capture, FlowRules.DREYFUS, List.of());
  }

  /** A classifier that looks at one byte of every packet and never decides. */
  @Benchmark
  public long passWithTrivialClassifier(BenchmarkCapture capture) {
    return pass(
        capture,
        FlowRules.DREYFUS,
        List.of(
            (flow, packet) ->
                packet.buffer().get(packet.networkOffset()) == 0
                    ? new Verdict.Allowed(Verdict.UNKNOWN_PROTOCOL)
                    : Verdict.undecided()));
  }

  /** An installed classifier under ndpiReader's flow rules, until it has decided each flow. */
  @Benchmark
  public long passWithInstalledClassifier(BenchmarkCapture capture, Installed installed) {
    try (Classifier classifier = InstalledClassifiers.open(installed.classifier)) {
      return pass(capture, FlowRules.NDPI, List.of(classifier));
    }
  }

  private static long pass(
      BenchmarkCapture capture, FlowRules rules, List<Classifier> classifiers) {
    PassSummary summary =
        new InspectionPass(rules, FrameRewriter.none(), classifiers, flow -> {})
            .run(capture.source());
    summary
        .damage()
        .ifPresent(
            damage -> {
              throw new IllegalStateException(damage.message());
            });
    return summary.flows();
  }
}

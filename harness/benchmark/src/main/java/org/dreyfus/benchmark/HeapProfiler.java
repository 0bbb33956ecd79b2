package org.dreyfus.benchmark;

import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * The heap in use after an iteration, garbage collected before it is read: the largest, since JMH
 * has let go of the state when the last one ends.
 */
public final class HeapProfiler implements InternalProfiler {

  /** Name of the result, in bytes. */
  static final String USED = "heap.used";

  /** For JMH. */
  public HeapProfiler() {}

  @Override
  public String getDescription() {
    return "heap in use after a collection";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {}

  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    long used = runtime.totalMemory() - runtime.freeMemory();
    return List.of(new ScalarResult(USED, used, "B", AggregationPolicy.MAX));
  }
}

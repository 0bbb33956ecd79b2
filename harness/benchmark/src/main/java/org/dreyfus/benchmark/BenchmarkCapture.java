package org.dreyfus.benchmark;

import java.nio.file.Path;
import org.dreyfus.capture.CaptureSource;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The capture under the benchmarks. One operation is one pass over all of it. */
@State(Scope.Benchmark)
public class BenchmarkCapture {

  /** Path of a capture; set by {@link Main}. */
  @Param({})
  public String capture = "";

  CaptureSource source() {
    return CaptureSource.file(Path.of(capture));
  }
}

package org.dreyfus.benchmark;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Which benchmarks run, and how long.
 *
 * @param only their names
 * @param quick one short fork instead of three
 * @param out takes every raw measurement, as JMH's JSON
 */
record Benchmarks(Pattern only, boolean quick, Optional<Path> out) {

  private static final String PACKAGE = "org\\.dreyfus\\.benchmark\\.";
  private static final String ON_A_CAPTURE = "(Reader|Pass)Benchmark\\.";
  private static final String ON_A_TABLE = "FlowTableBenchmark\\.";

  /** Those whose operation is one pass over a capture. */
  ChainedOptionsBuilder onCapture(Path file, String classifier) {
    return common(ON_A_CAPTURE, "")
        .param("capture", file.toAbsolutePath().toString())
        .param("classifier", classifier)
        .addProfiler(GCProfiler.class)
        .jvmArgsAppend("-Xms512m", "-Xmx512m");
  }

  /** Those whose operation is one packet. */
  ChainedOptionsBuilder onTable() {
    return common(ON_A_TABLE, ".flow-table")
        .addProfiler(HeapProfiler.class)
        .jvmArgsAppend("-Xms3g", "-Xmx3g");
  }

  private ChainedOptionsBuilder common(String group, String suffix) {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(PACKAGE + group + "(?=.*(" + only + ")).*")
            .forks(quick ? 1 : 3)
            .warmupIterations(quick ? 3 : 5)
            .measurementIterations(quick ? 3 : 5)
            .warmupTime(TimeValue.seconds(1))
            .measurementTime(TimeValue.seconds(quick ? 1 : 2))
            .verbosity(VerboseMode.SILENT)
            .shouldFailOnError(true);
    out.ifPresent(json -> options.resultFormat(ResultFormatType.JSON).result(named(json, suffix)));
    return options;
  }

  private static String named(Path json, String suffix) {
    return json.toString().replaceFirst("(\\.[^./]*)?$", suffix + "$1");
  }
}

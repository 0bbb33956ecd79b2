package org.dreyfus.cli;

import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.dreyfus.engine.EngineProvider;
import picocli.CommandLine.Option;

/** What tells a command where sessions are evaluated. */
final class EngineOptions {

  private static final String THREADS = "threads";
  private static final String SPARK = "spark";

  @Option(
      names = "--engine",
      paramLabel = "threads|spark",
      description = {
        "Where sessions are evaluated: on this machine (default), or on Apache Spark, which the",
        "launcher installs when it is first asked for (240 MB). The results are the same."
      })
  private String engine;

  @Option(
      names = "--master",
      paramLabel = "URL",
      description =
          "Spark's master: local[2], spark://host:7077 ... (default: all cores of this machine, or"
              + " what spark-submit says).")
  private Optional<String> master;

  @Option(
      names = "--conf",
      paramLabel = "NAME=VALUE",
      description = "A setting of Spark, or of Hadoop when it begins with spark.hadoop.")
  private Map<String, String> settings;

  @Option(
      names = "--journal",
      paramLabel = "DIR|URI",
      description =
          "Where finished sessions of unfinished runs are kept (default: beside the results). On a"
              + " cluster: storage that all its machines share.")
  private Optional<String> journal;

  EngineOptions() {
    this.engine = THREADS;
    this.master = Optional.empty();
    this.settings = Map.of();
    this.journal = Optional.empty();
  }

  /** Whether sessions are evaluated elsewhere than on the threads of this process. */
  boolean isElsewhere() {
    return !engine.equals(THREADS);
  }

  ChosenEngine open() {
    if (!isElsewhere()) {
      if (master.isPresent() || !settings.isEmpty()) {
        throw new CommandFailure(
            ExitCode.USAGE, "--master and --conf are Spark's; add --engine " + SPARK);
      }
      return new ChosenEngine(Optional.empty(), journal);
    }
    return new ChosenEngine(Optional.of(provider().open(master, settings)), journal);
  }

  private EngineProvider provider() {
    for (EngineProvider provider : ServiceLoader.load(EngineProvider.class)) {
      if (provider.name().equals(engine)) {
        return provider;
      }
    }
    if (!engine.equals(SPARK)) {
      throw new CommandFailure(
          ExitCode.USAGE, "no engine '%s'; there are: threads, spark".formatted(engine));
    }
    throw new CommandFailure(
        ExitCode.MISSING_REQUIREMENT,
        "Spark is not on the class path; start with the launcher, which installs it:"
            + " ./dreyfus evaluate --engine spark");
  }
}

package org.dreyfus.benchmark;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dreyfus.lab.ScratchFolder;
import picocli.CommandLine;

/**
 * {@code dreyfus bench engines}: what an evaluation takes on threads and on Spark. Each measurement
 * is a process of its own, from its start to its end, scoring and page included.
 */
@CommandLine.Command(
    name = "engines",
    mixinStandardHelpOptions = true,
    description = "Measures what an evaluation takes on threads, and on Spark in one process.")
final class EnginesCommand implements Callable<Integer> {

  private static final String NOTHING = "org.dreyfus.cluster.EmptyJob";
  private static final double BYTES_PER_GB = 1e9;

  @CommandLine.Option(
      names = "--corpus",
      defaultValue = "default",
      paramLabel = "ID|DIR",
      description = "Corpus to evaluate (default: ${DEFAULT-VALUE}).")
  private String corpus;

  @CommandLine.Option(
      names = "--classifier",
      paramLabel = "ID",
      split = ",",
      description = "Classifiers to run (default: all that are available).")
  private List<String> classifiers;

  @CommandLine.Option(
      names = "--cores",
      defaultValue = "2",
      description = "Threads, and cores of Spark (default: ${DEFAULT-VALUE}).")
  private int cores;

  @CommandLine.Option(
      names = "--runs",
      defaultValue = "1",
      description = "Of each; the median is printed (default: ${DEFAULT-VALUE}).")
  private int runs;

  EnginesCommand() {
    this.corpus = "default";
    this.classifiers = List.of();
    this.cores = 2;
    this.runs = 1;
  }

  /** What one process took. */
  private record Cost(double seconds, double processorSeconds) {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path scratch = Files.createTempDirectory("dreyfus-bench-");
    try {
      String master = "local[" + cores + "]";
      Cost threads =
          median(
              "threads",
              scratch,
              evaluation(scratch, List.of("--threads", Integer.toString(cores))));
      Cost spark =
          median(
              "spark",
              scratch,
              evaluation(scratch, List.of("--engine", "spark", "--master", master)));
      Cost nothing = median("spark, nothing to do", scratch, emptyJob(master));
      print(threads, spark, nothing);
    } finally {
      ScratchFolder.delete(scratch);
    }
    return 0;
  }

  private void print(Cost threads, Cost spark, Cost nothing) throws IOException {
    double gigabytes = captureBytes() / BYTES_PER_GB;
    System.out.printf(
        Locale.ROOT, "%-24s %9s %9s %12s%n", "engine", "wall s", "CPU s", "CPU s / GB");
    row("threads", threads, gigabytes);
    row("spark", spark, gigabytes);
    row("spark, nothing to do", nothing, gigabytes);
    System.out.printf(
        Locale.ROOT,
        "overhead in CPU, (spark - nothing) / threads: %.2f%n",
        (spark.processorSeconds() - nothing.processorSeconds()) / threads.processorSeconds());
  }

  private static void row(String name, Cost cost, double gigabytes) {
    System.out.printf(
        Locale.ROOT,
        "%-24s %9.1f %9.1f %12.1f%n",
        name,
        cost.seconds(),
        cost.processorSeconds(),
        cost.processorSeconds() / gigabytes);
  }

  private double captureBytes() throws IOException {
    Path bundled = home().resolve("traffic-corpus/corpora").resolve(corpus);
    Path sessions = (Files.isDirectory(bundled) ? bundled : Path.of(corpus)).resolve("sessions");
    double bytes = 0;
    try (Stream<Path> walk = Files.walk(sessions)) {
      for (Path file : walk.filter(EnginesCommand::isCapture).toList()) {
        bytes += Files.size(file);
      }
    }
    return bytes;
  }

  private static Path home() {
    return Path.of(System.getProperty("dreyfus.home", "."));
  }

  private static boolean isCapture(Path file) {
    return String.valueOf(file.getFileName()).startsWith("capture.");
  }

  private List<String> evaluation(Path scratch, List<String> engine) {
    String launcher = home().resolve("dreyfus").toString();
    List<String> arguments = new ArrayList<>(List.of(launcher, "evaluate", "--corpus", corpus));
    if (!classifiers.isEmpty()) {
      arguments.addAll(List.of("--classifier", String.join(",", classifiers)));
    }
    arguments.addAll(List.of("--out", scratch.resolve("results").toString()));
    arguments.addAll(engine);
    return arguments;
  }

  /** Spark with nothing to do, with the settings of Java's that this process was given. */
  private static List<String> emptyJob(String master) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    String classPath =
        Stream.of("cli/target/dist/lib", "cluster/target/dist/lib", "cluster/target/dist/spark")
            .map(folder -> home().resolve("harness").resolve(folder) + "/*")
            .collect(Collectors.joining(File.pathSeparator));
    command.addAll(List.of("-cp", classPath, NOTHING, master));
    return command;
  }

  private Cost median(String engine, Path scratch, List<String> command)
      throws IOException, InterruptedException {
    List<Cost> costs = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      costs.add(cost(engine, scratch, command));
      Path results = scratch.resolve("results");
      if (Files.exists(results)) {
        ScratchFolder.delete(results);
      }
    }
    costs.sort((a, b) -> Double.compare(a.processorSeconds(), b.processorSeconds()));
    return costs.get(runs / 2);
  }

  private static Cost cost(String engine, Path scratch, List<String> command)
      throws IOException, InterruptedException {
    File log = scratch.resolve("log").toFile();
    double processorBefore = ProcessorTime.seconds();
    long before = System.nanoTime();
    int exitCode =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start().waitFor();
    double seconds = (System.nanoTime() - before) / 1e9;
    if (exitCode != 0) {
      throw new IOException(
          "%s: ended with %d: %s"
              .formatted(
                  engine,
                  exitCode,
                  Files.readString(log.toPath()).strip().lines().reduce("", (a, b) -> b)));
    }
    return new Cost(seconds, ProcessorTime.seconds() - processorBefore);
  }
}

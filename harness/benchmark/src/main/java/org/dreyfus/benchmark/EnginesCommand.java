package org.dreyfus.benchmark;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
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
    description = {
      "Measures what an evaluation takes on threads, on Spark in one process, and on a cluster of",
      "Spark's on this machine. With corpora of two sizes also what a gigabyte takes, and a start."
    })
final class EnginesCommand implements Callable<Integer> {

  private static final String NOTHING = "org.dreyfus.cluster.EmptyJob";
  private static final String PROGRAM = "cli/target/dist/lib";
  private static final String RESULTS = "results";
  private static final double BYTES_PER_GB = 1e9;
  private static final EngineCost.Opening NOBODY = () -> () -> {};

  @CommandLine.Option(
      names = "--corpus",
      split = ",",
      defaultValue = "default",
      paramLabel = "ID|DIR",
      description = "Corpora to evaluate, the smallest first (default: ${DEFAULT-VALUE}).")
  private List<String> corpora;

  @CommandLine.Option(
      names = "--classifier",
      paramLabel = "ID",
      split = ",",
      description = "Classifiers to run (default: all that are available).")
  private List<String> classifiers;

  @CommandLine.Option(
      names = "--no-witness-check",
      description = "One pass instead of four, as for a corpus of many gigabytes.")
  private boolean noWitnessCheck;

  @CommandLine.Option(
      names = "--cores",
      defaultValue = "2",
      description = "Threads, and cores of Spark (default: ${DEFAULT-VALUE}).")
  private int cores;

  @CommandLine.Option(
      names = "--workers",
      defaultValue = "0",
      description =
          "Also measure a cluster of so many workers of one core, started on loopback for each run"
              + " (default: none).")
  private int workers;

  @CommandLine.Option(
      names = "--executor-memory",
      defaultValue = "2g",
      paramLabel = "SIZE",
      description = "Of each worker (default: ${DEFAULT-VALUE}).")
  private String executorMemory;

  @CommandLine.Option(
      names = "--runs",
      defaultValue = "1",
      description = "Of each; the median is printed (default: ${DEFAULT-VALUE}).")
  private int runs;

  EnginesCommand() {
    this.corpora = List.of("default");
    this.classifiers = List.of();
    this.cores = 2;
    this.executorMemory = "2g";
    this.runs = 1;
  }

  /** What stands in one line of the table. */
  private record Measured(String engine, double gigabytes, EngineCost cost) {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path scratch = Files.createTempDirectory("dreyfus-bench-");
    try {
      System.out.printf(
          Locale.ROOT, "%-28s %9s %9s %9s %12s%n", "engine", "GB", "wall s", "CPU s", "CPU s / GB");
      List<Measured> threads = onThreads(scratch);
      String local = "local[" + cores + "]";
      onSpark("spark " + local, threads, scratch, local, NOBODY);
      if (workers > 0) {
        int port = LoopbackCluster.freePort();
        onSpark(
            "spark, %d workers".formatted(workers),
            threads,
            scratch,
            LoopbackCluster.master(port),
            () -> cluster(scratch, port));
      }
    } finally {
      ScratchFolder.delete(scratch);
    }
    return 0;
  }

  private List<Measured> onThreads(Path scratch) throws IOException, InterruptedException {
    List<String> choice = List.of("--threads", Integer.toString(cores));
    List<Measured> all = new ArrayList<>();
    for (String corpus : corpora) {
      EngineCost cost = median(scratch, evaluation(corpus, scratch, choice), NOBODY);
      all.add(printed(new Measured("threads", captureBytes(corpus) / BYTES_PER_GB, cost)));
    }
    printLine(all);
    return all;
  }

  private void onSpark(
      String engine,
      List<Measured> threads,
      Path scratch,
      String master,
      EngineCost.Opening company)
      throws IOException, InterruptedException {
    EngineCost nothing = median(scratch, emptyJob(master), company);
    System.out.println(nothing.row(engine + ", no work", 0));
    String memory = "spark.executor.memory=" + executorMemory;
    List<String> choice = List.of("--engine", "spark", "--master", master, "--conf", memory);
    List<Measured> all = new ArrayList<>();
    for (int i = 0; i < corpora.size(); i++) {
      EngineCost cost = median(scratch, evaluation(corpora.get(i), scratch, choice), company);
      all.add(printed(new Measured(engine, threads.get(i).gigabytes(), cost)));
      System.out.printf(
          Locale.ROOT,
          "  overhead in CPU, (this - no work) / threads: %.2f%n",
          (cost.processorSeconds() - nothing.processorSeconds())
              / threads.get(i).cost().processorSeconds());
    }
    printLine(all);
  }

  private static Measured printed(Measured measured) {
    System.out.println(measured.cost().row(measured.engine(), measured.gigabytes()));
    return measured;
  }

  /** From two sizes: what each gigabyte takes, and what is left without any. */
  private static void printLine(List<Measured> all) {
    Measured small = all.get(0);
    Measured large = all.get(all.size() - 1);
    double more = large.gigabytes() - small.gigabytes();
    if (more <= 0) {
      return;
    }
    double slope = (large.cost().processorSeconds() - small.cost().processorSeconds()) / more;
    System.out.printf(
        Locale.ROOT,
        "  %.1f CPU s a further GB; %.1f CPU s at 0 GB%n",
        slope,
        small.cost().processorSeconds() - slope * small.gigabytes());
  }

  private EngineCost.Company cluster(Path scratch, int port) throws IOException {
    Path home = Files.createTempDirectory(scratch, "cluster");
    List<Path> libraries = List.of(harness("cluster/target/dist/spark"), harness(PROGRAM));
    return LoopbackCluster.start(home, port, libraries, workers, executorMemory);
  }

  private static double captureBytes(String corpus) throws IOException {
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

  private static Path harness(String folder) {
    return home().resolve("harness").resolve(folder).toAbsolutePath();
  }

  private static boolean isCapture(Path file) {
    return String.valueOf(file.getFileName()).startsWith("capture.");
  }

  private List<String> evaluation(String corpus, Path scratch, List<String> engine) {
    String launcher = home().resolve("dreyfus").toString();
    List<String> arguments = new ArrayList<>(List.of(launcher, "evaluate", "--corpus", corpus));
    if (!classifiers.isEmpty()) {
      arguments.addAll(List.of("--classifier", String.join(",", classifiers)));
    }
    if (noWitnessCheck) {
      arguments.add("--no-witness-check");
    }
    arguments.addAll(List.of("--out", scratch.resolve(RESULTS).toString()));
    arguments.addAll(engine);
    return arguments;
  }

  /** Spark with nothing to do, with the settings of Java's that this process was given. */
  private static List<String> emptyJob(String master) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    String classPath =
        Stream.of(PROGRAM, "cluster/target/dist/lib", "cluster/target/dist/spark")
            .map(folder -> harness(folder) + "/*")
            .collect(Collectors.joining(File.pathSeparator));
    command.addAll(List.of("-cp", classPath, NOTHING, master));
    return command;
  }

  private EngineCost median(Path scratch, List<String> command, EngineCost.Opening company)
      throws IOException, InterruptedException {
    List<EngineCost> costs = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      costs.add(EngineCost.of(command, scratch.resolve("log"), company));
      Path results = scratch.resolve(RESULTS);
      if (Files.exists(results)) {
        ScratchFolder.delete(results);
      }
    }
    costs.sort(Comparator.comparingDouble(EngineCost::processorSeconds));
    return costs.get(runs / 2);
  }
}

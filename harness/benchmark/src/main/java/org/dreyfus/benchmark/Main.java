package org.dreyfus.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.dreyfus.benchmark.compare.CompareCommand;
import org.dreyfus.benchmark.compare.CompareFailure;
import org.dreyfus.capture.CaptureException;
import org.dreyfus.capture.CaptureSource;
import org.dreyfus.capture.flow.FlowRules;
import org.dreyfus.capture.inspect.FrameRewriter;
import org.dreyfus.capture.inspect.InspectionPass;
import org.dreyfus.capture.inspect.PassSummary;
import org.dreyfus.corpus.CorpusException;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.NoBenchmarksException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import picocli.CommandLine;

/** {@code dreyfus bench}: what a packet costs. */
@CommandLine.Command(
    name = "dreyfus bench",
    subcommands = {PluginsCommand.class, EnginesCommand.class, CompareCommand.class},
    description = "Measures the packet path: nanoseconds a packet, part by part.")
public final class Main implements Callable<Integer> {

  private static final int BAD_INPUT = 3;

  @CommandLine.Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help and exit.")
  private boolean help;

  @CommandLine.Parameters(
      arity = "0..1",
      paramLabel = "CAPTURE",
      description = "A pcap or pcapng file. Without one, a capture is made from the seed.")
  private Optional<Path> capture = Optional.empty();

  @CommandLine.Option(
      names = "--packets",
      defaultValue = "" + SyntheticCapture.PACKETS,
      description = "Packets of the made capture (default: ${DEFAULT-VALUE}).")
  private int packets;

  @CommandLine.Option(
      names = "--seed",
      defaultValue = "" + SyntheticCapture.SEED,
      description = "Seed of the made capture (default: ${DEFAULT-VALUE}).")
  private long seed;

  @CommandLine.Option(
      names = "--only",
      defaultValue = ".*",
      paramLabel = "REGEX",
      description = "Benchmarks to run, by name.")
  private Pattern only = Pattern.compile(".*");

  @CommandLine.Option(
      names = "--classifier",
      defaultValue = "ndpi",
      description = "Installed classifier to measure (default: ${DEFAULT-VALUE}).")
  private String classifier = "ndpi";

  @CommandLine.Option(names = "--quick", description = "One fork and short runs: for a first look.")
  private boolean quick;

  @CommandLine.Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Also write every raw measurement, as JMH's JSON.")
  private Optional<Path> out = Optional.empty();

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  private Main() {}

  /** Runs the benchmarks and exits: 0 done, 2 usage, 3 bad input, 5 something is missing. */
  public static void main(String[] arguments) {
    System.exit(
        new CommandLine(new Main())
            .setParameterExceptionHandler(Main::misused)
            .setExecutionExceptionHandler(Main::failed)
            .execute(arguments));
  }

  private static int misused(CommandLine.ParameterException failure, String[] arguments) {
    String line = String.valueOf(failure.getMessage()).replaceAll("\\s*\\R\\s*", " ");
    failure.getCommandLine().getErr().println("dreyfus: " + line + "; see dreyfus bench --help");
    return CommandLine.ExitCode.USAGE;
  }

  private static int failed(
      Exception failure, CommandLine command, CommandLine.ParseResult arguments) {
    command.getErr().println("dreyfus: " + failure.getMessage());
    if (failure instanceof CompareFailure known) {
      return known.exitCode();
    }
    boolean badInput = failure instanceof CaptureException || failure instanceof CorpusException;
    return badInput ? BAD_INPUT : 1;
  }

  @Override
  public Integer call() throws IOException, RunnerException {
    if (packets < 1) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--packets " + packets + ": at least 1 is needed");
    }
    if (capture.isPresent()) {
      measure(capture.get());
      return 0;
    }
    Path made = Files.createTempFile("dreyfus-bench", ".pcap");
    try {
      System.err.printf("making a capture of %d packets from seed %d%n", packets, seed);
      SyntheticCapture.write(made, seed, packets);
      measure(made);
    } finally {
      Files.delete(made);
    }
    return 0;
  }

  private void measure(Path file) throws CaptureException, RunnerException {
    PassSummary size = size(file);
    System.err.printf(
        "%s: %d packets, %d flows; one operation is one pass%n", file, size.frames(), size.flows());
    Benchmarks benchmarks = new Benchmarks(only, quick, out);
    List<RunResult> passes = new ArrayList<>();
    ChainedOptionsBuilder onCapture = benchmarks.onCapture(file, classifier);
    InstalledClassifiers.obstacle(classifier)
        .ifPresent(
            reason -> {
              System.err.println("left out, " + reason);
              onCapture.exclude("passWithInstalledClassifier");
            });
    run(onCapture, passes);
    List<RunResult> lookups = new ArrayList<>();
    run(benchmarks.onTable(), lookups);
    if (passes.isEmpty() && lookups.isEmpty()) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "nothing to measure: no benchmark is left by --only " + only);
    }
    Report.passes(System.out, passes, size.frames(), size.flows());
    Report.lookups(System.out, lookups);
  }

  private static void run(ChainedOptionsBuilder options, List<RunResult> results)
      throws RunnerException {
    try {
      results.addAll(new Runner(options.build()).run());
    } catch (NoBenchmarksException e) {
      // None of this group is wanted; whether any is, the caller sees.
      results.clear();
    }
  }

  private static PassSummary size(Path file) throws CaptureException {
    PassSummary size =
        new InspectionPass(FlowRules.DREYFUS, FrameRewriter.none(), List.of(), flow -> {})
            .run(CaptureSource.file(file));
    if (size.damage().isPresent()) {
      throw new CaptureException(file.toString(), 0, size.damage().get().message());
    }
    if (size.frames() == 0) {
      throw new CaptureException(file.toString(), 0, "no packets; give a capture that has some");
    }
    return size;
  }
}

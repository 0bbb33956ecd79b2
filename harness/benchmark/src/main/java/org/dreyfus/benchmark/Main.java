package org.dreyfus.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.dreyfus.capture.CaptureException;
import org.dreyfus.capture.CaptureReader;
import org.dreyfus.capture.CaptureSource;
import org.dreyfus.capture.Frame;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.NoBenchmarksException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine;

/** {@code dreyfus bench}: what a packet costs. */
@CommandLine.Command(
    name = "dreyfus bench",
    subcommands = PluginsCommand.class,
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

  /** Runs the benchmarks and exits: 0 done, 2 usage, 3 bad or damaged capture. */
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
    return failure instanceof CaptureException ? BAD_INPUT : 1;
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
    long frames = countFrames(file);
    if (frames == 0) {
      throw new CaptureException(file.toString(), 0, "no packets; give a capture that has some");
    }
    System.err.printf("%s: %d packets; one operation is one pass%n", file, frames);
    try {
      Report.print(System.out, new Runner(options(file)).run(), frames);
    } catch (NoBenchmarksException e) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "nothing to measure: no benchmark is left by --only " + only, e);
    }
  }

  private Options options(Path file) {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("org\\.dreyfus\\.benchmark\\..*(" + only + ").*")
            .param("capture", file.toAbsolutePath().toString())
            .param("classifier", classifier)
            .forks(quick ? 1 : 3)
            .warmupIterations(quick ? 3 : 5)
            .measurementIterations(quick ? 3 : 5)
            .warmupTime(TimeValue.seconds(1))
            .measurementTime(TimeValue.seconds(quick ? 1 : 2))
            .jvmArgsAppend("-Xms512m", "-Xmx512m")
            .verbosity(VerboseMode.SILENT)
            .shouldFailOnError(true);
    InstalledClassifiers.obstacle(classifier)
        .ifPresent(
            reason -> {
              System.err.println("left out, " + reason);
              options.exclude("passWithInstalledClassifier");
            });
    out.ifPresent(json -> options.resultFormat(ResultFormatType.JSON).result(json.toString()));
    return options.build();
  }

  private static long countFrames(Path file) throws CaptureException {
    Frame frame = new Frame();
    try (CaptureReader reader = CaptureReader.open(CaptureSource.file(file))) {
      while (reader.next(frame)) {}
      return reader.frames();
    }
  }
}

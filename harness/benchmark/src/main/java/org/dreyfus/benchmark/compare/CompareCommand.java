package org.dreyfus.benchmark.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.codec.StrictJson;
import org.dreyfus.lab.ScratchFolder;
import picocli.CommandLine;

/** {@code dreyfus bench --compare}: whole processes side by side. */
@CommandLine.Command(
    name = "--compare",
    mixinStandardHelpOptions = true,
    description = {
      "Runs Dreyfus, the lean C program, ndpiReader, tshark and tcpdump over captures, by turns.",
      "Without a capture two are made from the default corpus: mix, and bulk (downloads)."
    })
public final class CompareCommand implements Callable<Integer> {

  private static final String CORPUS = "traffic-corpus/corpora/default";

  @CommandLine.Parameters(paramLabel = "CAPTURE", arity = "0..*", description = "pcap files.")
  private List<Path> given = List.of();

  @CommandLine.Option(
      names = "--runs",
      defaultValue = "5",
      description = "Measured, after one that is not (default: ${DEFAULT-VALUE}).")
  private int runs;

  @CommandLine.Option(
      names = "--bytes",
      defaultValue = "1500000000",
      description = "Of each capture that is made, at least (default: ${DEFAULT-VALUE}).")
  private long bytes;

  @CommandLine.Option(
      names = "--captures",
      paramLabel = "DIR",
      description = "Where captures are made and kept, to be used again (default: nowhere).")
  private Optional<Path> captures = Optional.empty();

  @CommandLine.Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Also write comparison.json and comparison.md there.")
  private Optional<Path> out = Optional.empty();

  @CommandLine.Option(names = "--no-tshark", description = "Leave tshark out: it takes a minute.")
  private boolean noTshark;

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  /** For picocli. */
  public CompareCommand() {
    this.runs = 1;
    this.bytes = 1;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (runs < 1 || bytes < 1) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--runs and --bytes must be at least 1");
    }
    Path scratch = Files.createTempDirectory("dreyfus-bench-");
    try {
      Comparison comparison = compare(scratch);
      String text = ComparisonText.of(comparison);
      System.out.print(text);
      if (out.isPresent()) {
        Files.createDirectories(out.get());
        Files.writeString(
            out.get().resolve("comparison.json"), StrictJson.plain().pretty(comparison));
        Files.writeString(out.get().resolve("comparison.md"), text);
      }
    } finally {
      ScratchFolder.delete(scratch);
    }
    return 0;
  }

  private Comparison compare(Path scratch) throws IOException, InterruptedException {
    Path home = Path.of(System.getProperty("dreyfus.home", ".")).toAbsolutePath();
    NativePrograms programs = NativePrograms.compile(home, scratch);
    Contestants contestants = new Contestants(home.resolve("dreyfus"), programs.lean(), !noTshark);
    contestants.leftOut().forEach(line -> System.err.println("left out, " + line));
    List<Path> files = given;
    if (given.isEmpty()) {
      files =
          new ComparedCaptures(
                  Corpus.open(home.resolve(CORPUS)),
                  captures.orElse(scratch.resolve("captures")),
                  bytes,
                  System.err)
              .make();
    }
    Tournament tournament =
        new Tournament(
            contestants.all(),
            runs,
            new Stopwatch(programs.measure(), scratch),
            scratch,
            System.err);
    List<CaptureResult> results = new ArrayList<>();
    for (Path file : files) {
      results.add(tournament.run(file));
    }
    return new Comparison(MachineFacts.ofThis(programs), runs, results, contestants.leftOut());
  }
}

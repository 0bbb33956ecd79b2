package org.dreyfus.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import org.dreyfus.capture.CaptureSource;
import org.dreyfus.capture.flow.FlowRules;
import org.dreyfus.classifier.Availability;
import org.dreyfus.classifier.ClassifierProvider;
import org.dreyfus.classifier.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dreyfus classify}. */
@Command(
    name = "classify",
    mixinStandardHelpOptions = true,
    description = {
      "Says what one classifier makes of captures.",
      "As text a summary by protocol; as json or csv one line a flow."
    })
final class ClassifyCommand implements Callable<Integer> {

  @Mixin private Output output;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description =
          "pcap or pcapng; plain, gzip or zstd, as its first bytes tell. A folder stands for the"
              + " captures in it, - for standard input.")
  private List<Path> files;

  @Option(
      names = "--classifier",
      defaultValue = "ndpi",
      paramLabel = "ID",
      description = "Default: ${DEFAULT-VALUE}.")
  private String classifier;

  @Option(
      names = "--flows",
      defaultValue = "dreyfus",
      description =
          "What a flow is: dreyfus, or ndpi for ndpiReader's rules (default: ${DEFAULT-VALUE}).")
  private FlowRules rules;

  @Option(names = "--option", paramLabel = "NAME=VALUE", description = "Handed to the classifier.")
  private Map<String, String> options;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "Captures worked on side by side (default: all cores). The output is the same for any"
              + " number.")
  private int threads;

  @Option(
      names = "--shard-flows",
      paramLabel = "N",
      description = {
        "For one large capture: N threads read all of it, each with a classifier of its own for its"
            + " share of the flows; captures are taken one after the other. Flows between the same"
            + " two addresses stay together.",
        "A classifier that remembers hosts knows only what its share showed it: nDPI names up to 1"
            + " flow in 1,000 otherwise (design note dd-013). A crash takes the undecided flows of its"
            + " share only. Default: 1, which changes nothing."
      })
  private int shards;

  ClassifyCommand() {
    this.output = new Output();
    this.files = List.of();
    this.classifier = "ndpi";
    this.rules = FlowRules.DREYFUS;
    this.options = Map.of();
    this.threads = Runtime.getRuntime().availableProcessors();
    this.shards = 1;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (threads < 1 || shards < 1) {
      throw new CommandFailure(ExitCode.USAGE, "--threads and --shard-flows must be at least 1");
    }
    List<CaptureSource> captures = captures();
    FlowPrinter printer = FlowPrinter.of(output.format());
    CaptureClassification classification =
        new CaptureClassification(
            available(),
            new Configuration(options, Optional.empty(), Optional.empty()),
            rules,
            shards);
    SortedMap<Integer, CaptureClassification.Result> results = new ConcurrentSkipListMap<>();
    output.text(printer.header());
    new SideBySide(new OrderedOutput(output::stream), shards > 1 ? 1 : threads)
        .run(
            captures.size(),
            (number, out) ->
                results.put(
                    number, classification.run(captures.get(number), printer.capture(out))));
    output.text(printer.footer());
    return conclude(results.values());
  }

  private List<CaptureSource> captures() throws IOException {
    List<CaptureSource> captures = new CaptureInputs(output::message).of(files);
    for (CaptureSource capture : captures) {
      if (shards > 1 && !CaptureInputs.isRepeatable(capture)) {
        throw new CommandFailure(
            ExitCode.USAGE,
            capture.name()
                + ": --shard-flows reads a capture several times, and this can be read only once;"
                + " give a file, or leave the option out");
      }
    }
    return captures;
  }

  private ClassifierProvider available() {
    ClassifierProvider provider = new Registry().named(classifier);
    if (provider.availability() instanceof Availability.Unavailable no) {
      throw new CommandFailure(
          ExitCode.MISSING_REQUIREMENT,
          "classifier '%s' is unavailable: %s. %s".formatted(classifier, no.reason(), no.remedy()));
    }
    return provider;
  }

  private int conclude(Collection<CaptureClassification.Result> results) {
    List<String> damages = results.stream().flatMap(each -> each.damage().stream()).toList();
    damages.forEach(damage -> output.message("dreyfus: " + damage));
    Optional<String> crash = results.stream().flatMap(each -> each.crash().stream()).findFirst();
    if (crash.isPresent()) {
      throw new CommandFailure(
          ExitCode.PLUGIN_FAILED, "classifier '%s' crashed: %s".formatted(classifier, crash.get()));
    }
    return damages.isEmpty() ? ExitCode.DONE : ExitCode.BAD_INPUT;
  }
}

package org.dreyfus.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dreyfus.capture.CaptureSource;
import org.dreyfus.capture.flow.FlowRules;
import org.dreyfus.capture.inspect.Answer;
import org.dreyfus.capture.inspect.FlowRecord;
import org.dreyfus.capture.inspect.FrameRewriter;
import org.dreyfus.capture.inspect.InspectionListener;
import org.dreyfus.capture.inspect.InspectionPass;
import org.dreyfus.capture.inspect.PassSummary;
import org.dreyfus.classifier.Availability;
import org.dreyfus.classifier.Classifier;
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

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "pcap or pcapng, plain or gzip.")
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

  ClassifyCommand() {
    this.output = new Output();
    this.files = List.of();
    this.classifier = "ndpi";
    this.rules = FlowRules.DREYFUS;
    this.options = Map.of();
  }

  @Override
  public Integer call() throws IOException {
    ClassifierProvider provider = new Registry().named(classifier);
    if (provider.availability() instanceof Availability.Unavailable no) {
      throw new CommandFailure(
          ExitCode.MISSING_REQUIREMENT,
          "classifier '%s' is unavailable: %s. %s".formatted(classifier, no.reason(), no.remedy()));
    }
    FlowPrinter printer = FlowPrinter.of(output);
    List<String> damages = new ArrayList<>();
    Optional<String> crash = Optional.empty();
    for (Path file : files) {
      if (!Files.isReadable(file) || Files.isDirectory(file)) {
        throw new CommandFailure(ExitCode.BAD_INPUT, file + ": no such file, or not readable");
      }
      Watch watch = new Watch(printer);
      PassSummary summary = inspect(provider, file, watch);
      summary.damage().ifPresent(damage -> damages.add(damage.message()));
      crash = crash.or(() -> watch.crash);
    }
    printer.finish();
    damages.forEach(damage -> output.message("dreyfus: " + damage));
    if (crash.isPresent()) {
      throw new CommandFailure(
          ExitCode.PLUGIN_FAILED, "classifier '%s' crashed: %s".formatted(classifier, crash.get()));
    }
    return damages.isEmpty() ? ExitCode.DONE : ExitCode.BAD_INPUT;
  }

  private PassSummary inspect(ClassifierProvider provider, Path file, Watch watch) {
    try (Classifier opened = open(provider)) {
      return new InspectionPass(rules, FrameRewriter.none(), List.of(opened), watch)
          .run(CaptureSource.file(file));
    } catch (CommandFailure e) {
      throw e;
    } catch (Exception e) {
      throw new CommandFailure(
          ExitCode.PLUGIN_FAILED, "classifier '%s' failed: %s".formatted(classifier, e), e);
    }
  }

  private Classifier open(ClassifierProvider provider) {
    try {
      return provider.open(new Configuration(options, Optional.empty(), Optional.empty()));
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(
          ExitCode.PLUGIN_FAILED,
          "classifier '%s' cannot start: %s".formatted(classifier, e.getMessage()),
          e);
    }
  }

  /** Hands flows on and keeps the first crash. */
  private static final class Watch implements InspectionListener {
    private final FlowPrinter printer;
    private Optional<String> crash = Optional.empty();

    Watch(FlowPrinter printer) {
      this.printer = printer;
    }

    @Override
    public void flowEnded(FlowRecord flow, List<Answer> answers) {
      Answer answer = answers.get(0);
      crash = crash.or(answer::crash);
      printer.flow(FlowLine.of(flow, answer));
    }
  }
}

package org.dreyfus.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.dreyfus.bundle.InputFiles;
import org.dreyfus.classifier.Availability;
import org.dreyfus.classifier.ClassifierDescriptor;
import org.dreyfus.classifier.ClassifierDescriptor.Feed;
import org.dreyfus.classifier.ClassifierProvider;
import org.dreyfus.classifier.Configuration;
import org.dreyfus.classifier.RightsFeed;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.engine.Execution;
import org.dreyfus.engine.Feeds;
import org.dreyfus.external.LaunchException;
import org.dreyfus.inline.appliance.ApplianceException;
import org.dreyfus.inline.appliance.BlockRule;
import org.dreyfus.inline.appliance.BlockingBox;
import org.dreyfus.inline.appliance.Box;
import org.dreyfus.inline.appliance.Failing;
import org.dreyfus.inline.appliance.Watcher;
import org.dreyfus.inline.appliance.meddling.MediaDefender;
import org.dreyfus.scoring.Policy;
import org.dreyfus.worker.Plugins;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What an appliance does: the options that say so. */
final class BoxOptions {

  private static final int LEAST_FLOWS = 2;

  @Option(
      names = "--classifier",
      paramLabel = "ID",
      description = "Who decides. May be left out when a plugin has only one.")
  private Optional<String> classifier;

  @Option(
      names = "--like",
      paramLabel = "mediadefender",
      description = {
        "Instead of a classifier: what the record tells of. 'mediadefender' passes everything,",
        "answers requests for peers with decoys and floods trackers; in a lab only. Takes the",
        "options rate (SYNs a second), most (in all), peers (in an answer) and seed."
      })
  private Optional<Likeness> like;

  @Option(
      names = "--policy",
      paramLabel = "ID|FILE",
      description = "Which protocols are blocked (default: none; the classifier's own word).")
  private Optional<String> policy;

  @Mixin private PluginOptions plugins;

  @Option(names = "--option", paramLabel = "NAME=VALUE", description = "Handed to the classifier.")
  private Map<String, String> options;

  @Option(
      names = "--rights-of",
      paramLabel = "ID|DIR",
      description = "Corpus whose registered works the classifier is told (default: none).")
  private Optional<String> rightsOf;

  @Option(names = "--rst", description = "Reset blocked TCP connections for both ends.")
  private boolean resets;

  @Option(
      names = "--fail",
      defaultValue = "open",
      paramLabel = "open|closed",
      description = {
        "When the classifier crashes or takes too long: everything passes (open), or nothing of",
        "undecided flows does (closed). Default: ${DEFAULT-VALUE}."
      })
  private Failing failing;

  @Option(
      names = "--max-flows",
      defaultValue = "1000000",
      paramLabel = "N",
      description =
          "When it remembers so many, all that are not blocked are forgotten (default:"
              + " ${DEFAULT-VALUE}).")
  private int maxFlows;

  BoxOptions() {
    this.classifier = Optional.empty();
    this.like = Optional.empty();
    this.policy = Optional.empty();
    this.plugins = new PluginOptions();
    this.options = Map.of();
    this.rightsOf = Optional.empty();
    this.failing = Failing.OPEN;
  }

  /** The names stand on the command line. */
  enum Likeness {
    mediadefender
  }

  /** A box, and what must be closed after it. */
  record Opened(Box box, List<Plugins.Opened> plugins) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      box.close();
      for (Plugins.Opened plugin : plugins) {
        plugin.close();
      }
    }
  }

  /**
   * @param log takes lines for people
   */
  Opened open(Consumer<String> log) throws IOException {
    if (maxFlows < LEAST_FLOWS) {
      throw new CommandFailure(ExitCode.USAGE, "--max-flows must be at least " + LEAST_FLOWS);
    }
    List<Plugins.Opened> opened = plugins.open();
    try {
      return new Opened(like.isPresent() ? meddling(opened) : blocking(opened, log), opened);
    } catch (IOException | RuntimeException e) {
      for (Plugins.Opened plugin : opened) {
        plugin.close();
      }
      throw e;
    }
  }

  private Box meddling(List<Plugins.Opened> opened) {
    if (classifier.isPresent() || policy.isPresent() || !opened.isEmpty()) {
      throw new CommandFailure(
          ExitCode.USAGE, "--like needs no --classifier, --plugin or --policy: it blocks nothing");
    }
    return new MediaDefender(
        new MediaDefender.Settings(
            (int) number("rate", 2_000, 100_000),
            number("most", 20_000, 10_000_000),
            (int) number("peers", 8, 100),
            number("seed", 1, Long.MAX_VALUE)));
  }

  private long number(String option, long otherwise, long most) {
    String text = options.getOrDefault(option, Long.toString(otherwise));
    try {
      long number = Long.parseLong(text);
      if (number >= 0 && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new CommandFailure(
        ExitCode.USAGE,
        "--option %s=%s: a whole number from 0 to %d is needed".formatted(option, text, most));
  }

  private Box blocking(List<Plugins.Opened> opened, Consumer<String> log) throws IOException {
    Policy rule =
        policy.isPresent()
            ? InputFiles.policy(Installation.data(Installation.policies(), "policy", policy.get()))
            : Policy.OWN;
    BlockingBox.Settings settings =
        new BlockingBox.Settings(BlockRule.of(rule::blocksProtocol), failing, resets, maxFlows);
    Execution chosen = chosen(opened);
    return new BlockingBox(supply(chosen, ownOptions(opened, chosen)), settings, log);
  }

  private Execution chosen(List<Plugins.Opened> opened) {
    List<Plugins.Opened> matching =
        opened.stream()
            .filter(plugin -> classifier.map(plugin.file().classifier().id()::equals).orElse(true))
            .toList();
    if (matching.size() == 1) {
      return plugins.inProcess()
          ? Contestants.trusted(matching.get(0))
          : new Execution.Apart(matching.get(0).plugin());
    } else if (!opened.isEmpty() && classifier.isEmpty()) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "the plugins have several classifiers; choose one with --classifier: "
              + String.join(", ", ids(opened)));
    }
    String id =
        classifier.orElseThrow(
            () -> new CommandFailure(ExitCode.USAGE, "--classifier or --plugin is needed"));
    return new Execution.InProcess(bundled(id));
  }

  private static Map<String, String> ownOptions(List<Plugins.Opened> opened, Execution chosen) {
    return opened.stream()
        .filter(plugin -> plugin.file().classifier().id().equals(chosen.descriptor().id()))
        .findFirst()
        .map(plugin -> plugin.file().options())
        .orElse(Map.of());
  }

  /** Whether who decides is in a process of its own, which takes its time to start. */
  boolean isApart() {
    return !plugins.isEmpty() && !plugins.inProcess();
  }

  private static List<String> ids(List<Plugins.Opened> opened) {
    return opened.stream().map(plugin -> plugin.file().classifier().id()).toList();
  }

  private static ClassifierProvider bundled(String id) {
    ClassifierProvider provider = new Registry().named(id);
    if (provider.availability() instanceof Availability.Unavailable no) {
      throw new CommandFailure(
          ExitCode.MISSING_REQUIREMENT,
          "classifier '%s' is unavailable: %s. %s".formatted(id, no.reason(), no.remedy()));
    } else if (Trainers.isTrained(provider)) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "classifier '%s' must be trained for each session, which an appliance does not know;"
                  .formatted(id)
              + " choose one that is not trained");
    }
    return provider;
  }

  /**
   * @param own options of what was chosen, which yield to those of the command line
   */
  private Supplier<Watcher> supply(Execution chosen, Map<String, String> own) throws IOException {
    Map<String, String> all = new TreeMap<>(own);
    all.putAll(options);
    String id = chosen.descriptor().id();
    Configuration configuration =
        new Configuration(all, Optional.empty(), rights(chosen.descriptor()));
    return () -> {
      try {
        return chosen instanceof Execution.InProcess here
            ? Watcher.of(here.provider().open(configuration))
            : Watcher.of(((Execution.Apart) chosen).plugin().live(configuration));
      } catch (RuntimeException | LinkageError | IOException | LaunchException e) {
        throw new ApplianceException(
            "classifier '%s' cannot start: %s".formatted(id, e.getMessage()), e);
      }
    };
  }

  private Optional<RightsFeed> rights(ClassifierDescriptor asked) throws IOException {
    if (rightsOf.isEmpty()) {
      return Optional.empty();
    } else if (!asked.feeds().contains(Feed.RIGHTS)) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "classifier '%s' takes no rights feed: leave out --rights-of".formatted(asked.id()));
    }
    Optional<RightsFeed> feed = Feeds.rights(Corpus.open(Installation.corpus(rightsOf.get())));
    return Optional.of(
        feed.orElseThrow(
            () ->
                new CommandFailure(
                    ExitCode.BAD_INPUT,
                    "corpus '%s' has no list of registered works".formatted(rightsOf.get()))));
  }
}

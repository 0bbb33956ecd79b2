package org.dreyfus.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
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
import org.dreyfus.inline.appliance.Watcher;
import org.dreyfus.worker.Plugins;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Who decides in an appliance: the options that say so. */
final class DeciderOptions {

  @Option(
      names = "--classifier",
      paramLabel = "ID",
      description = "Who decides. May be left out when a plugin has only one.")
  private Optional<String> classifier;

  @Mixin private PluginOptions plugins;

  @Option(names = "--option", paramLabel = "NAME=VALUE", description = "Handed to the classifier.")
  private Map<String, String> options;

  @Option(
      names = "--rights-of",
      paramLabel = "ID|DIR",
      description = "Corpus whose registered works the classifier is told (default: none).")
  private Optional<String> rightsOf;

  DeciderOptions() {
    this.classifier = Optional.empty();
    this.plugins = new PluginOptions();
    this.options = Map.of();
    this.rightsOf = Optional.empty();
  }

  /** Whether a classifier or plugin was asked for. */
  boolean isChosen() {
    return classifier.isPresent() || !plugins.isEmpty();
  }

  Map<String, String> options() {
    return options;
  }

  /** The plugins that were asked for; to be closed. */
  List<Plugins.Opened> open() throws IOException {
    return plugins.open();
  }

  /** Opens who decides, each time anew. */
  Supplier<Watcher> watchers(List<Plugins.Opened> opened) throws IOException {
    Execution chosen = chosen(opened);
    return supply(chosen, ownOptions(opened, chosen));
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

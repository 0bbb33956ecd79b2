package org.dreyfus.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.dreyfus.classifier.Availability;
import org.dreyfus.classifier.ClassifierDescriptor.Feed;
import org.dreyfus.classifier.ClassifierProvider;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.engine.Execution;
import org.dreyfus.engine.Subject;
import org.dreyfus.engine.Training;
import org.dreyfus.external.LaunchException;
import org.dreyfus.external.Limits;
import org.dreyfus.external.descriptor.PluginFile;
import org.dreyfus.external.jar.JarPlugin;
import org.dreyfus.worker.Plugins;

/** Gathers the rows of a run: bundled classifiers, and those that vendors handed in. */
final class Contestants {

  private final Corpus corpus;
  private final Map<String, String> options;
  private final Set<Feed> feeds;
  private final Output output;
  private final List<Subject> subjects = new ArrayList<>();

  /**
   * @param options handed to all
   * @param feeds that the run can give
   */
  Contestants(Corpus corpus, Map<String, String> options, Set<Feed> feeds, Output output) {
    this.corpus = corpus;
    this.options = options;
    this.feeds = feeds;
    this.output = output;
  }

  /**
   * Adds bundled classifiers.
   *
   * @param ids all that are available when empty
   * @param where in this process, or in a worker
   */
  void bundled(List<String> ids, Where where) throws IOException {
    Registry registry = new Registry();
    Trainers trainers = new Trainers(corpus);
    boolean all = ids.isEmpty();
    List<ClassifierProvider> wanted =
        all ? registry.all() : ids.stream().map(registry::named).toList();
    for (ClassifierProvider provider : wanted) {
      if (provider.availability() instanceof Availability.Unavailable no) {
        leaveOut(
            all,
            ExitCode.MISSING_REQUIREMENT,
            "classifier '%s' is unavailable: %s. %s"
                .formatted(provider.descriptor().id(), no.reason(), no.remedy()));
      } else {
        trained(where.execution(provider), trainers.train(provider), all);
      }
    }
  }

  private void trained(Execution execution, Training training, boolean all) {
    if (training instanceof Training.Done done) {
      Subject.rows(execution, options, feeds).stream()
          .map(subject -> subject.with(done))
          .forEach(subjects::add);
    } else if (training instanceof Training.Impossible no) {
      leaveOut(
          all,
          ExitCode.BAD_INPUT,
          "classifier '%s' cannot be trained on corpus '%s': %s"
              .formatted(execution.descriptor().id(), corpus.manifest().id(), no.reason()));
    }
  }

  /**
   * Adds what a vendor handed in; its own options yield to those of the command line.
   *
   * @param inProcess whether its code runs in this process; only a jar's can
   */
  void plugin(Plugins.Opened opened, boolean inProcess) {
    Map<String, String> all = new TreeMap<>(opened.file().options());
    all.putAll(options);
    Execution execution = inProcess ? trusted(opened) : new Execution.Apart(opened.plugin());
    subjects.addAll(Subject.rows(execution, all, feeds));
  }

  /** A plugin whose code runs in this process. */
  static Execution.InProcess trusted(Plugins.Opened opened) {
    String id = opened.file().classifier().id();
    if (!(opened.file().run() instanceof PluginFile.Java java)) {
      throw new CommandFailure(
          ExitCode.USAGE, "plugin '%s' is no jar: leave out --in-process".formatted(id));
    }
    try {
      return new Execution.InProcess(
          JarPlugin.find(opened.folder().folder().resolve(java.jar()), id),
          opened.folder().digest());
    } catch (LaunchException e) {
      throw IsolationOption.cannotStart(e);
    }
  }

  List<Subject> subjects() {
    for (Subject subject : subjects) {
      if (subjects.stream().filter(other -> other.id().equals(subject.id())).count() > 1) {
        throw new CommandFailure(
            ExitCode.USAGE,
            "two classifiers are called '%s'; give the plugin another id".formatted(subject.id()));
      }
    }
    return List.copyOf(subjects);
  }

  /** What was asked for by name must run; among all, it is said. */
  private void leaveOut(boolean all, int exitCode, String line) {
    if (!all) {
      throw new CommandFailure(exitCode, line);
    }
    output.message("dreyfus: " + line);
  }

  /** Where bundled classifiers run. */
  interface Where {
    Execution execution(ClassifierProvider provider) throws IOException;

    /** In this process. */
    static Where here() {
      return Execution.InProcess::new;
    }

    /** Each in a worker of its own. */
    static Where apart(Plugins plugins) {
      return provider -> new Execution.Apart(plugins.bundled(provider, Limits.DEFAULT));
    }
  }
}

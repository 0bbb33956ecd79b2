package org.dreyfus.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.apache.spark.SparkFiles;
import org.dreyfus.classifier.Availability;
import org.dreyfus.classifier.ClassifierProvider;
import org.dreyfus.engine.EngineException;
import org.dreyfus.engine.Execution;
import org.dreyfus.engine.Subject;
import org.dreyfus.external.LaunchException;
import org.dreyfus.external.Limits;
import org.dreyfus.external.descriptor.PluginFile;
import org.dreyfus.external.jar.JarPlugin;
import org.dreyfus.external.program.Bubblewrap;
import org.dreyfus.external.program.Isolation;
import org.dreyfus.worker.Plugins;

/**
 * Opens the classifiers of a run on the host of an executor, and makes sure that they are those.
 */
final class LocalSubjects {

  private static final String JAR = "plugin.jar";

  private final String host;
  private final ClassLoader classes;

  /**
   * @param host in the words of errors
   * @param classes where bundled classifiers are
   */
  LocalSubjects(String host, ClassLoader classes) {
    this.host = host;
    this.classes = classes;
  }

  /**
   * @throws EngineException when one is missing here, or is another than the driver has; the
   *     message names host and remedy
   */
  List<Subject> open(List<SubjectOrder> orders) throws IOException {
    List<Subject> subjects = new ArrayList<>();
    for (SubjectOrder order : orders) {
      try {
        Execution execution = order.digest().isEmpty() ? bundled(order) : plugin(order);
        requireSame(order, execution);
        subjects.add(order.subject(execution));
      } catch (LaunchException e) {
        throw refused(order, String.valueOf(e.getMessage()));
      }
    }
    return subjects;
  }

  private Execution bundled(SubjectOrder order) throws IOException {
    ClassifierProvider provider = provider(order);
    if (provider.availability() instanceof Availability.Unavailable no) {
      throw refused(order, no.reason() + ". " + no.remedy());
    }
    return order.apart()
        ? new Execution.Apart(new Plugins(isolation(order)).bundled(provider, Limits.DEFAULT))
        : new Execution.InProcess(provider);
  }

  private ClassifierProvider provider(SubjectOrder order) {
    try {
      for (ClassifierProvider provider : ServiceLoader.load(ClassifierProvider.class, classes)) {
        if (provider.descriptor().id().equals(order.id())) {
          return provider;
        }
      }
    } catch (ServiceConfigurationError e) {
      throw refused(order, "it cannot be loaded: " + e.getMessage());
    }
    throw refused(
        order,
        "its jar is not there; name it with --conf spark.jars=FILE, or put it into plugins/");
  }

  /** What a vendor handed in, unpacked where this executor may write. */
  private Execution plugin(SubjectOrder order) throws IOException, LaunchException {
    Path folder = Files.createTempDirectory(Path.of(SparkFiles.getRootDirectory()), "plugin-");
    PluginArchive.unpack(Path.of(SparkFiles.get(PluginArchive.name(order.digest()))), folder);
    Plugins plugins = new Plugins(isolation(order));
    Path description = folder.resolve("plugin.json");
    List<Plugins.Opened> opened =
        Files.exists(description)
            ? List.of(plugins.open(description))
            : plugins.openJar(folder.resolve(JAR), Limits.DEFAULT);
    for (Plugins.Opened plugin : opened) {
      if (plugin.plugin().descriptor().id().equals(order.id())) {
        return order.apart() ? new Execution.Apart(plugin.plugin()) : trusted(plugin, order);
      }
    }
    throw refused(order, "what was shipped holds no classifier of this id");
  }

  private Execution trusted(Plugins.Opened plugin, SubjectOrder order) throws LaunchException {
    if (!(plugin.file().run() instanceof PluginFile.Java java)) {
      throw refused(order, "it is no jar, and cannot run in the executor's own process");
    }
    return new Execution.InProcess(
        JarPlugin.find(plugin.folder().folder().resolve(java.jar()), order.id()),
        plugin.folder().digest());
  }

  private Isolation isolation(SubjectOrder order) {
    Optional<Isolation> found = order.isolated() ? Bubblewrap.find() : Optional.empty();
    return found.orElseGet(Isolation.None::new);
  }

  /** Another version of a library, for instance, would give other results. */
  private void requireSame(SubjectOrder order, Execution execution) {
    if (execution instanceof Execution.Apart
        && order.isolated()
        && execution.isolation().equals(new Isolation.None().words())) {
      throw refused(
          order,
          "bubblewrap is missing or may not make namespaces there. Install it (apt-get install"
              + " bubblewrap), or trust the plugin with that machine: --isolation none");
    }
    if (!execution.identity().equals(order.identity())) {
      throw refused(
          order,
          "it is '%s' there and '%s' on the driver; install the same version on all machines"
              .formatted(execution.identity(), order.identity()));
    }
  }

  private EngineException refused(SubjectOrder order, String problem) {
    return EngineException.reported(
        true, "host %s: classifier '%s': %s".formatted(host, order.id(), problem));
  }
}

package org.dreyfus.cli;

import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.dreyfus.classifier.ClassifierProvider;

/** The classifiers on the class path, in the order of their ids. */
final class Registry {

  private final TreeMap<String, ClassifierProvider> providers = new TreeMap<>();

  Registry() {
    try {
      for (ClassifierProvider provider : ServiceLoader.load(ClassifierProvider.class)) {
        String id = provider.descriptor().id();
        if (providers.putIfAbsent(id, provider) != null) {
          throw new CommandFailure(
              ExitCode.PLUGIN_FAILED,
              "two classifiers are called '" + id + "'; take one off the class path");
        }
      }
    } catch (ServiceConfigurationError e) {
      throw new CommandFailure(
          ExitCode.PLUGIN_FAILED, "a classifier cannot be loaded: " + e.getMessage(), e);
    }
  }

  List<ClassifierProvider> all() {
    return List.copyOf(providers.values());
  }

  ClassifierProvider named(String id) {
    ClassifierProvider provider = providers.get(id);
    if (provider == null) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "no classifier '%s'; there are: %s".formatted(id, String.join(", ", providers.keySet())));
    }
    return provider;
  }
}

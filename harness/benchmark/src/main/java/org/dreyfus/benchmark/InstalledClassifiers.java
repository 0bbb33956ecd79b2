package org.dreyfus.benchmark;

import java.util.Optional;
import java.util.ServiceLoader;
import org.dreyfus.classifier.Availability;
import org.dreyfus.classifier.Classifier;
import org.dreyfus.classifier.ClassifierProvider;
import org.dreyfus.classifier.Configuration;

/** Finds classifiers by their id. */
final class InstalledClassifiers {

  private InstalledClassifiers() {}

  /** Why that classifier cannot be measured here; empty when it can. */
  static Optional<String> obstacle(String id) {
    Optional<ClassifierProvider> provider = find(id);
    if (provider.isEmpty()) {
      return Optional.of("no classifier '" + id + "' is installed");
    }
    return provider.get().availability() instanceof Availability.Unavailable missing
        ? Optional.of(missing.reason() + "; " + missing.remedy())
        : Optional.empty();
  }

  /**
   * @throws IllegalStateException when there is an {@link #obstacle}
   */
  static Classifier open(String id) {
    obstacle(id)
        .ifPresent(
            reason -> {
              throw new IllegalStateException(reason);
            });
    return find(id).orElseThrow().open(Configuration.empty());
  }

  /**
   * @throws IllegalStateException when none of that id is installed
   */
  static ClassifierProvider named(String id) {
    return find(id).orElseThrow(() -> new IllegalStateException("no classifier '" + id + "'"));
  }

  private static Optional<ClassifierProvider> find(String id) {
    return ServiceLoader.load(ClassifierProvider.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(provider -> provider.descriptor().id().equals(id))
        .findFirst();
  }
}

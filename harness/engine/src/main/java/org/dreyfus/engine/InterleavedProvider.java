package org.dreyfus.engine;

import org.dreyfus.classifier.Availability;
import org.dreyfus.classifier.Classifier;
import org.dreyfus.classifier.ClassifierDescriptor;
import org.dreyfus.classifier.ClassifierProvider;
import org.dreyfus.classifier.Configuration;

/**
 * A provider under the name of its row over one stream of all sessions.
 *
 * @param provider that makes the classifiers
 */
record InterleavedProvider(ClassifierProvider provider) implements ClassifierProvider {

  private static final String ID = "-interleaved";
  private static final String NAME = " over one stream of all sessions";

  static ClassifierDescriptor named(ClassifierDescriptor own) {
    return new ClassifierDescriptor(
        own.id() + ID,
        own.name() + NAME,
        own.version(),
        own.vendor(),
        own.description(),
        own.feeds(),
        own.reconstruction());
  }

  @Override
  public ClassifierDescriptor descriptor() {
    return named(provider.descriptor());
  }

  @Override
  public Availability availability() {
    return provider.availability();
  }

  @Override
  public Classifier open(Configuration configuration) {
    return provider.open(configuration);
  }
}

package org.dreyfus.cluster.faulty;

import java.util.Set;
import org.dreyfus.classifier.Classifier;
import org.dreyfus.classifier.ClassifierDescriptor;
import org.dreyfus.classifier.ClassifierProvider;
import org.dreyfus.classifier.Configuration;

/** Cannot be opened. */
public final class BrokenOnOpening implements ClassifierProvider {

  @Override
  public ClassifierDescriptor descriptor() {
    return new ClassifierDescriptor(
        "test-broken-on-opening", "Broken", "1", "test", "Cannot be opened.", Set.of(), false);
  }

  @Override
  public Classifier open(Configuration configuration) {
    throw new IllegalStateException("no licence key");
  }
}

package org.dreyfus.cluster.faulty;

import java.util.Set;
import org.dreyfus.classifier.Availability;
import org.dreyfus.classifier.Classifier;
import org.dreyfus.classifier.ClassifierDescriptor;
import org.dreyfus.classifier.ClassifierProvider;
import org.dreyfus.classifier.Configuration;
import org.dreyfus.classifier.Verdict;

/** Is available only where a system property is set. */
public final class Local implements ClassifierProvider {

  /** The property. */
  public static final String PROPERTY = "dreyfus.test.local";

  @Override
  public ClassifierDescriptor descriptor() {
    return new ClassifierDescriptor(
        "test-local", "Local", "1", "test", "Needs a library.", Set.of(), false);
  }

  @Override
  public Availability availability() {
    return System.getProperty(PROPERTY) == null
        ? new Availability.Unavailable(
            "libtest was not found", "Install it: apt-get install libtest")
        : new Availability.Available();
  }

  @Override
  public Classifier open(Configuration configuration) {
    return (flow, packet) -> new Verdict.Allowed("X");
  }
}

package org.dreyfus.cluster.faulty;

import java.util.Set;
import org.dreyfus.classifier.Classifier;
import org.dreyfus.classifier.ClassifierDescriptor;
import org.dreyfus.classifier.ClassifierProvider;
import org.dreyfus.classifier.Configuration;
import org.dreyfus.classifier.Verdict;

/** Ends the whole process when its options say so, as a fault in native code would. */
public final class Ender implements ClassifierProvider {

  /** The option that says so. */
  public static final String OPTION = "end";

  @Override
  public ClassifierDescriptor descriptor() {
    return new ClassifierDescriptor(
        "test-ender", "Ender", "1", "test", "Ends the process.", Set.of(), false);
  }

  @Override
  public Classifier open(Configuration configuration) {
    if (configuration.options().containsKey(OPTION)) {
      return (flow, packet) -> {
        Runtime.getRuntime().halt(139);
        return Verdict.undecided();
      };
    }
    return (flow, packet) -> new Verdict.Allowed("X");
  }
}

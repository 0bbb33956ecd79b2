package org.dreyfus.worker;

import java.util.Set;
import org.dreyfus.classifier.Classifier;
import org.dreyfus.classifier.ClassifierDescriptor;
import org.dreyfus.classifier.ClassifierProvider;
import org.dreyfus.classifier.Configuration;
import org.dreyfus.classifier.Verdict;

/** Stands in for a vendor's classifier in the trial run that makes a {@link StartArchive}. */
final class Rehearsal implements ClassifierProvider {

  @Override
  public ClassifierDescriptor descriptor() {
    return new ClassifierDescriptor(
        "rehearsal", "Rehearsal", "1", "Dreyfus", "Says nothing.", Set.of(), false);
  }

  @Override
  public Classifier open(Configuration configuration) {
    return (flow, packet) -> Verdict.undecided();
  }
}

package org.dreyfus.classifier.reference;

import java.util.Set;
import org.dreyfus.classifier.Classifier;
import org.dreyfus.classifier.ClassifierDescriptor;
import org.dreyfus.classifier.ClassifierProvider;
import org.dreyfus.classifier.Configuration;
import org.dreyfus.classifier.Flow;
import org.dreyfus.classifier.Packet;
import org.dreyfus.classifier.Verdict;

/** Lets everything pass: never wrong about lawful traffic, and of no use. */
public final class AllowAll implements ClassifierProvider {

  private static final Verdict VERDICT = new Verdict.Allowed(Verdict.UNKNOWN_PROTOCOL);

  @Override
  public ClassifierDescriptor descriptor() {
    return new ClassifierDescriptor(
        "allow-all",
        "Allows everything",
        "1",
        "Dreyfus",
        "Lets everything pass: never wrong about lawful traffic, and of no use.",
        Set.of(),
        false);
  }

  @Override
  public Classifier open(Configuration configuration) {
    return new Classifier() {
      @Override
      public Verdict inspect(Flow flow, Packet packet) {
        return VERDICT;
      }
    };
  }
}

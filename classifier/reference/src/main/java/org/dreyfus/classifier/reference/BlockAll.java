package org.dreyfus.classifier.reference;

import java.util.Set;
import org.dreyfus.classifier.Classifier;
import org.dreyfus.classifier.ClassifierDescriptor;
import org.dreyfus.classifier.ClassifierProvider;
import org.dreyfus.classifier.Configuration;
import org.dreyfus.classifier.Flow;
import org.dreyfus.classifier.Packet;
import org.dreyfus.classifier.Verdict;

/** Blocks everything: nothing unlicensed gets through, and nothing else. */
public final class BlockAll implements ClassifierProvider {

  private static final Verdict VERDICT =
      new Verdict.Blocked(Verdict.UNKNOWN_PROTOCOL, "everything is");

  @Override
  public ClassifierDescriptor descriptor() {
    return new ClassifierDescriptor(
        "block-all",
        "Blocks everything",
        "1",
        "Dreyfus",
        "Blocks everything: nothing unlicensed gets through, and nothing else.",
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

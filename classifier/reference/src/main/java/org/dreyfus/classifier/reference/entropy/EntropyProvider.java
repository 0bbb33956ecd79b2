package org.dreyfus.classifier.reference.entropy;

import java.util.Set;
import org.dreyfus.classifier.Classifier;
import org.dreyfus.classifier.ClassifierDescriptor;
import org.dreyfus.classifier.ClassifierProvider;
import org.dreyfus.classifier.Configuration;

/** Blocks connections that begin with bytes that look random and are no known protocol. */
public final class EntropyProvider implements ClassifierProvider {

  @Override
  public ClassifierDescriptor descriptor() {
    return new ClassifierDescriptor(
        "entropy",
        "Random-looking traffic",
        "1",
        "Dreyfus, after Wu et al., USENIX Security 2023",
        "Blocks TCP connections whose first data looks random and is neither text, TLS nor HTTP.",
        Set.of(),
        false);
  }

  @Override
  public Classifier open(Configuration configuration) {
    return new FirstPacket();
  }
}

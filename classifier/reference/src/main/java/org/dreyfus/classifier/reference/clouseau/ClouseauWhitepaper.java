package org.dreyfus.classifier.reference.clouseau;

import java.util.Set;
import org.dreyfus.classifier.Classifier;
import org.dreyfus.classifier.ClassifierDescriptor;
import org.dreyfus.classifier.ClassifierProvider;
import org.dreyfus.classifier.Configuration;

/**
 * Blocks every known peer-to-peer network by fingerprint, all of BitTorrent among them, and
 * connections that look like noise both ways. A reconstruction.
 */
public final class ClouseauWhitepaper implements ClassifierProvider {

  @Override
  public ClassifierDescriptor descriptor() {
    return new ClassifierDescriptor(
        "clouseau-whitepaper",
        "Clouseau (white-paper edition)",
        "1",
        "Dreyfus, after public statements of SafeMedia",
        "Blocks every known peer-to-peer network by fingerprint, all of BitTorrent among them, and connections that look like noise both ways.",
        Set.of(ClassifierDescriptor.Feed.NETWORK),
        true);
  }

  @Override
  public Classifier open(Configuration configuration) {
    return new Clouseau(Edition.WHITE_PAPER, configuration);
  }
}

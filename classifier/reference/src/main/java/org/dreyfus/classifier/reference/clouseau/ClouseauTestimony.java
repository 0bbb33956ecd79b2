package org.dreyfus.classifier.reference.clouseau;

import java.util.Set;
import org.dreyfus.classifier.Classifier;
import org.dreyfus.classifier.ClassifierDescriptor;
import org.dreyfus.classifier.ClassifierProvider;
import org.dreyfus.classifier.Configuration;

/**
 * Blocks known peer-to-peer networks by fingerprint; lets BitTorrent pass outside listed networks.
 * A reconstruction.
 */
public final class ClouseauTestimony implements ClassifierProvider {

  @Override
  public ClassifierDescriptor descriptor() {
    return new ClassifierDescriptor(
        "clouseau-testimony",
        "Clouseau (testimony edition)",
        "1",
        "Dreyfus, after public statements of SafeMedia",
        "Blocks known peer-to-peer networks by fingerprint; lets BitTorrent pass outside listed networks.",
        Set.of(ClassifierDescriptor.Feed.NETWORK),
        true);
  }

  @Override
  public Classifier open(Configuration configuration) {
    return new Clouseau(Edition.TESTIMONY, configuration);
  }
}

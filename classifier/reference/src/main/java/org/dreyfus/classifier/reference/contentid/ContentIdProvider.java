package org.dreyfus.classifier.reference.contentid;

import java.util.Set;
import org.dreyfus.classifier.Classifier;
import org.dreyfus.classifier.ClassifierDescriptor;
import org.dreyfus.classifier.ClassifierProvider;
import org.dreyfus.classifier.Configuration;

/** Blocks flows that name or carry a registered work. */
public final class ContentIdProvider implements ClassifierProvider {

  @Override
  public ClassifierDescriptor descriptor() {
    return new ClassifierDescriptor(
        "content-id",
        "Content identification",
        "1",
        "Dreyfus",
        "Blocks what names or carries a registered work in the clear: info-hashes, eD2k hashes, digests of whole files.",
        Set.of(ClassifierDescriptor.Feed.RIGHTS),
        false);
  }

  @Override
  public Classifier open(Configuration configuration) {
    return new ContentId(configuration.rightsFeed());
  }
}

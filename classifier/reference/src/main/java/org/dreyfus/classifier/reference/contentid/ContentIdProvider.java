package org.dreyfus.classifier.reference.contentid;

import java.util.Optional;
import java.util.Set;
import org.dreyfus.classifier.Classifier;
import org.dreyfus.classifier.ClassifierDescriptor;
import org.dreyfus.classifier.ClassifierProvider;
import org.dreyfus.classifier.Configuration;
import org.dreyfus.classifier.RightsFeed;

/** Blocks flows that name or carry a registered work. */
public final class ContentIdProvider implements ClassifierProvider {

  /** All sessions of a run are given the same feed. */
  private volatile Optional<Known> last = Optional.empty();

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
    return new ContentId(configuration.rightsFeed().map(this::registered));
  }

  private Registered registered(RightsFeed feed) {
    Optional<Known> before = last;
    if (before.isPresent() && before.get().feed() == feed) {
      return before.get().works();
    }
    Registered works = new Registered(feed);
    last = Optional.of(new Known(feed, works));
    return works;
  }

  /** A feed, and what was made of it. */
  private record Known(RightsFeed feed, Registered works) {}
}

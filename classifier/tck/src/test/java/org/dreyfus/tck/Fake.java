package org.dreyfus.tck;

import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.dreyfus.classifier.Classifier;
import org.dreyfus.classifier.ClassifierDescriptor;
import org.dreyfus.classifier.ClassifierDescriptor.Feed;
import org.dreyfus.classifier.ClassifierProvider;
import org.dreyfus.classifier.Configuration;

/**
 * A provider made of parts.
 *
 * @param feeds that it asks for
 */
record Fake(Supplier<String> version, Set<Feed> feeds, Function<Configuration, Classifier> opening)
    implements ClassifierProvider {

  static Fake of(Supplier<Classifier> classifier) {
    return new Fake(() -> "1", Set.of(), configuration -> classifier.get());
  }

  @Override
  public ClassifierDescriptor descriptor() {
    return new ClassifierDescriptor("fake", "Fake", version.get(), "nobody", "", feeds, false);
  }

  @Override
  public Classifier open(Configuration configuration) {
    return opening.apply(configuration);
  }
}

package org.dreyfus.classifier;

import java.util.Map;
import java.util.Optional;

/**
 * What a classifier is told before a run. Frozen before the first packet, recorded with the
 * results, and the same for all captures of a run; only the model of a classifier that learns from
 * the corpus may differ, since it must not have learnt from the session that it is used on.
 *
 * @param options free-form settings of the classifier, by name
 * @param networkFeed the services on the vendor's list, when the run has one
 * @param rightsFeed the works that are registered as unlicensed, when the run has them
 */
public record Configuration(
    Map<String, String> options,
    Optional<NetworkFeed> networkFeed,
    Optional<RightsFeed> rightsFeed) {

  public Configuration {
    options = Map.copyOf(options);
  }

  /** No options, no feed. */
  public static Configuration empty() {
    return new Configuration(Map.of(), Optional.empty(), Optional.empty());
  }

  /** The option of that name, or {@code defaultValue}. */
  public String option(String name, String defaultValue) {
    return options.getOrDefault(name, defaultValue);
  }
}

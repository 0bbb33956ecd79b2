package org.dreyfus.engine;

import java.util.Map;
import org.dreyfus.classifier.ClassifierProvider;

/**
 * A classifier that is to be run, and its options.
 *
 * @param provider makes it
 * @param options given to it
 * @param fed whether it is told the network feed, when it asks for it
 */
public record Subject(ClassifierProvider provider, Map<String, String> options, boolean fed) {

  public String id() {
    return provider.descriptor().id();
  }
}

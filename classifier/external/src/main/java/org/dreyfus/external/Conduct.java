package org.dreyfus.external;

import java.util.Map;
import java.util.Optional;

/**
 * How a plugin behaved over one capture.
 *
 * @param breaches how often it broke which rule
 * @param examples of the first of each, one line
 * @param ending how it ended; empty when it never came to an end by itself and had to be given up
 */
public record Conduct(
    Map<Breach, Long> breaches, Map<Breach, String> examples, Optional<Ending> ending) {

  public Conduct {
    breaches = Map.copyOf(breaches);
    examples = Map.copyOf(examples);
  }
}

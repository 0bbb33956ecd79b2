package org.dreyfus.engine;

import java.util.Map;
import java.util.Optional;

/**
 * Offers a {@link SessionEngine} that does not come with every installation. Found with {@link
 * java.util.ServiceLoader}.
 */
public interface EngineProvider {

  /** What users call it. */
  String name();

  /**
   * Gets ready; nothing is started before the first sessions are to be evaluated.
   *
   * @param master where it runs, in the engine's own terms; absent when its settings say so
   * @param settings in the engine's own terms, by name
   */
  EngineAccess open(Optional<String> master, Map<String, String> settings);
}

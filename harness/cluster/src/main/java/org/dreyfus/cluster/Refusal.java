package org.dreyfus.cluster;

import java.io.Serializable;
import org.dreyfus.engine.EngineException;

/**
 * Why a run cannot go on, as an executor found out: trying again would not help.
 *
 * @param plugin whether a classifier is at fault
 * @param message one line
 */
record Refusal(boolean plugin, String message) implements Serializable {

  /**
   * @param host where a classifier cannot start; a damaged corpus is damaged everywhere
   */
  static Refusal of(EngineException cause, String host) {
    String message = String.valueOf(cause.getMessage());
    boolean named = message.startsWith("host ") || !cause.isPlugin();
    return new Refusal(cause.isPlugin(), named ? message : "host %s: %s".formatted(host, message));
  }

  EngineException exception() {
    return EngineException.reported(plugin, message);
  }
}

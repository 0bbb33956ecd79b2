package org.dreyfus.external;

import java.nio.file.Path;
import java.util.Map;

/**
 * What a plugin is started with.
 *
 * @param configuration a file of this machine that the plugin is to be able to read, and not to
 *     change: options and feeds as JSON
 * @param environment variables to be set, by name. One more is added by the launcher: {@value
 *     #CONFIGURATION_VARIABLE} with the path at which the plugin finds the configuration
 * @param limits that the launcher sets
 */
public record Start(Path configuration, Map<String, String> environment, Limits limits) {

  /** Names the configuration file to the plugin. */
  public static final String CONFIGURATION_VARIABLE = "DREYFUS_CONFIGURATION";

  public Start {
    environment = Map.copyOf(environment);
  }
}

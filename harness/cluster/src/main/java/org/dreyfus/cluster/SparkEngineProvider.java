package org.dreyfus.cluster;

import java.util.Map;
import java.util.Optional;
import org.dreyfus.engine.EngineAccess;
import org.dreyfus.engine.EngineProvider;

/** Apache Spark: {@code --engine spark}. */
public final class SparkEngineProvider implements EngineProvider {

  @Override
  public String name() {
    return "spark";
  }

  @Override
  public EngineAccess open(Optional<String> master, Map<String, String> settings) {
    return new Application(Configurations.of(master, settings));
  }
}

package org.dreyfus.cluster;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** Finds out where classes come from. */
final class Jars {

  private Jars() {}

  /** The jar that holds a class. */
  static Path of(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
          .toAbsolutePath();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}

package org.dreyfus.cli;

import java.util.Optional;
import picocli.CommandLine;

/** The version of this program, from its jar. */
final class Version implements CommandLine.IVersionProvider {

  static String text() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
        .orElse("development");
  }

  @Override
  public String[] getVersion() {
    return new String[] {"dreyfus " + text()};
  }
}

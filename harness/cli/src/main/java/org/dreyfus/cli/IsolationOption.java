package org.dreyfus.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dreyfus.external.LaunchException;
import org.dreyfus.external.Limits;
import org.dreyfus.external.program.Bubblewrap;
import org.dreyfus.external.program.Isolation;
import org.dreyfus.worker.Plugins;
import picocli.CommandLine.Option;

/** How far a command trusts the plugins that it opens. */
final class IsolationOption {

  @Option(
      names = "--isolation",
      paramLabel = "bubblewrap|none",
      description =
          "What keeps programs and workers from this machine (default: ${DEFAULT-VALUE}). With none"
              + " they can read the labels, and the results say so.")
  private Kind kind;

  IsolationOption() {
    this.kind = Kind.bubblewrap;
  }

  /** The names stand on the command line. */
  enum Kind {
    bubblewrap,
    none
  }

  Plugins plugins() {
    return new Plugins(isolation());
  }

  /** Opens what a vendor handed in: a plugin.json, or all classifiers of a jar. */
  static List<Plugins.Opened> open(Plugins plugins, Path file) throws IOException {
    try {
      return file.toString().endsWith(".jar")
          ? plugins.openJar(file, Limits.DEFAULT)
          : List.of(plugins.open(file));
    } catch (LaunchException e) {
      throw cannotStart(e);
    }
  }

  static CommandFailure cannotStart(LaunchException e) {
    return new CommandFailure(
        e.isMissing() ? ExitCode.MISSING_REQUIREMENT : ExitCode.PLUGIN_FAILED,
        String.valueOf(e.getMessage()),
        e);
  }

  private Isolation isolation() {
    if (kind == Kind.none) {
      return new Isolation.None();
    }
    Optional<Isolation> found = Bubblewrap.find();
    return found.orElseThrow(
        () ->
            new CommandFailure(
                ExitCode.MISSING_REQUIREMENT,
                "bubblewrap is missing or may not make namespaces here. Install it (apt-get install"
                    + " bubblewrap), or trust the plugin with this machine: --isolation none"));
  }
}

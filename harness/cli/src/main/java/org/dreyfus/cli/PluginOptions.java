package org.dreyfus.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dreyfus.external.LaunchException;
import org.dreyfus.external.Limits;
import org.dreyfus.external.program.Bubblewrap;
import org.dreyfus.external.program.Isolation;
import org.dreyfus.worker.Plugins;
import picocli.CommandLine.Option;

/** What tells a command which plugins to open, and how far to trust them. */
final class PluginOptions {

  @Option(
      names = "--plugin",
      paramLabel = "FILE",
      description = "A vendor's plugin.json, or a jar. May be given several times.")
  private List<Path> files;

  @Option(
      names = "--isolation",
      paramLabel = "bubblewrap|none",
      description =
          "What keeps programs and workers from this machine (default: ${DEFAULT-VALUE}). With none"
              + " they can read the labels, and the results say so.")
  private Kind kind;

  PluginOptions() {
    this.files = List.of();
    this.kind = Kind.bubblewrap;
  }

  /** The names stand on the command line. */
  enum Kind {
    bubblewrap,
    none
  }

  boolean isEmpty() {
    return files.isEmpty();
  }

  Plugins plugins() {
    return new Plugins(isolation());
  }

  /** Opens all plugins that were asked for. */
  List<Plugins.Opened> open() throws IOException {
    List<Plugins.Opened> opened = new ArrayList<>();
    if (files.isEmpty()) {
      return opened;
    }
    Plugins plugins = plugins();
    for (Path file : files) {
      if (file.toString().endsWith(".jar")) {
        opened.addAll(opened(() -> plugins.openJar(file, Limits.DEFAULT)));
      } else {
        opened.add(opened(() -> plugins.open(file)));
      }
    }
    return opened;
  }

  /** Opens something, and says with which exit code it ends when that cannot be. */
  static <T> T opened(Opening<T> opening) throws IOException {
    try {
      return opening.open();
    } catch (LaunchException e) {
      throw new CommandFailure(
          e.isMissing() ? ExitCode.MISSING_REQUIREMENT : ExitCode.PLUGIN_FAILED,
          String.valueOf(e.getMessage()),
          e);
    }
  }

  /** Opens a plugin. */
  interface Opening<T> {
    T open() throws LaunchException, IOException;
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

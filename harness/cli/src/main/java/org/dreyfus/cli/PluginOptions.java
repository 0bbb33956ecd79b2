package org.dreyfus.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dreyfus.worker.Plugins;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What tells a command which plugins to open, and how far to trust them. */
final class PluginOptions {

  @Option(
      names = "--plugin",
      paramLabel = "FILE",
      description = "A vendor's plugin.json, or a jar. May be given several times.")
  private List<Path> files;

  @Option(
      names = "--in-process",
      description =
          "Run plugins in jars in this process: faster, for code that is trusted with the labels.")
  private boolean inProcess;

  @Mixin private IsolationOption isolation;

  PluginOptions() {
    this.files = List.of();
    this.isolation = new IsolationOption();
  }

  boolean isEmpty() {
    return files.isEmpty();
  }

  /** Whether plugins in jars run in this process. */
  boolean inProcess() {
    return inProcess;
  }

  Plugins plugins() {
    return isolation.plugins();
  }

  /** Opens all plugins that were asked for. */
  List<Plugins.Opened> open() throws IOException {
    List<Plugins.Opened> opened = new ArrayList<>();
    if (files.isEmpty()) {
      return opened;
    }
    Plugins plugins = plugins();
    for (Path file : files) {
      opened.addAll(IsolationOption.open(plugins, file));
    }
    return opened;
  }
}

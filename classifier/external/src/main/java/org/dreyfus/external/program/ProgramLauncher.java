package org.dreyfus.external.program;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.dreyfus.external.LaunchException;
import org.dreyfus.external.Launched;
import org.dreyfus.external.Launcher;
import org.dreyfus.external.Start;

/**
 * Starts a program of this machine, with an environment of a few variables.
 *
 * @param name of the plugin, for messages
 * @param command program and arguments, relative to the plugin's folder
 * @param plugin what it may read
 * @param isolatedBy what keeps it from this machine
 */
public record ProgramLauncher(
    String name, List<String> command, Isolation.Readable plugin, Isolation isolatedBy)
    implements Launcher {

  private static final String PATH = "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin";

  public ProgramLauncher {
    command = List.copyOf(command);
  }

  @Override
  public String isolation() {
    return isolatedBy.words();
  }

  @Override
  public Launched start(Start start) throws LaunchException {
    ProcessBuilder builder = new ProcessBuilder(isolatedBy.wrap(command, plugin, start));
    builder.directory(plugin.folder().toFile());
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.put("PATH", PATH);
    environment.put("LANG", "C.UTF-8");
    environment.put("HOME", isolatedBy.scratchPath());
    environment.put("TMPDIR", isolatedBy.scratchPath());
    environment.putAll(start.environment());
    environment.put(Start.CONFIGURATION_VARIABLE, isolatedBy.configurationPath(start));
    try {
      return new RunningProgram(builder.start(), start.limits());
    } catch (IOException e) {
      throw LaunchException.plugin(
          "plugin '%s' cannot be started: %s; look at \"command\" in its plugin.json"
              .formatted(name, e.getMessage()),
          e);
    }
  }
}

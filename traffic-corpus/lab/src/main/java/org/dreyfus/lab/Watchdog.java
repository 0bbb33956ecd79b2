package org.dreyfus.lab;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A small process that outlives this one and clears up after it, whatever ended it: SIGKILL leaves
 * a program no time to. It waits for the end of its standard input, which comes when this process
 * is gone, ends what runs in this process's namespaces, and removes them with their names and
 * scratch folders. When all was cleared up already, it finds nothing.
 */
public final class Watchdog {

  private static final String SCRIPT =
      """
      while read -r line; do :; done
      for namespace in $(ip netns list | cut -d ' ' -f 1 | grep "^$1"); do
        for pid in $(ip netns pids "$namespace"); do kill -9 "$pid"; done
        ip netns del "$namespace"
        rm -rf "$2/$namespace"
      done
      rm -rf "$3/$1"*
      """;

  private static boolean started;

  private Watchdog() {}

  /** Starts it, once a process. */
  public static synchronized void ensure() {
    if (started) {
      return;
    }
    String prefix = Owner.self().name("");
    String scratch = Path.of(System.getProperty("java.io.tmpdir")).toString();
    List<String> command =
        List.of(
            "setsid", "bash", "-c", SCRIPT, "watchdog", prefix, Names.FOLDER.toString(), scratch);
    try {
      new ProcessBuilder(command)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
      started = true;
    } catch (IOException e) {
      throw new LabException("the watchdog cannot be started: " + e.getMessage(), e);
    }
  }
}

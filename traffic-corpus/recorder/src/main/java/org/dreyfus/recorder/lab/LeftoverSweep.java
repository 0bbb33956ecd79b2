package org.dreyfus.recorder.lab;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Removes the namespaces of labs whose process is gone. */
final class LeftoverSweep {

  private static final Pattern OURS = Pattern.compile("(" + Lab.PREFIX + "(\\d+)-\\S+)(\\s.*)?");

  private LeftoverSweep() {}

  static synchronized void run() {
    for (String line : Shell.run("ip", "netns", "list").split("\n")) {
      Matcher match = OURS.matcher(line);
      if (match.matches() && ProcessHandle.of(Long.parseLong(match.group(2))).isEmpty()) {
        remove(match.group(1));
      }
    }
  }

  /** Ends what runs in a namespace, then removes it. */
  static void remove(String namespace) {
    for (String pid : Shell.run("ip", "netns", "pids", namespace).split("\\s+")) {
      if (!pid.isBlank()) {
        Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(pid));
        process.ifPresent(ProcessHandle::destroyForcibly);
      }
    }
    Shell.run("ip", "netns", "del", namespace);
  }
}

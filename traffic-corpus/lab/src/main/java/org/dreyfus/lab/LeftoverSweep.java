package org.dreyfus.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Removes what labs left behind whose process is gone, and nothing else. */
public final class LeftoverSweep {

  private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));

  private LeftoverSweep() {}

  public static synchronized void run() {
    for (String line : Shell.run("ip", "netns", "list").split("\n")) {
      String namespace = line.split(" ", 2)[0];
      if (isLeftover(namespace)) {
        remove(namespace);
      }
    }
    try (Stream<Path> entries = Files.list(TEMPORARY)) {
      for (String namespace : Names.namespaces()) {
        if (isLeftover(namespace)) {
          Names.remove(namespace);
        }
      }
      List<Path> leftovers =
          entries.filter(entry -> isLeftover(String.valueOf(entry.getFileName()))).toList();
      for (Path leftover : leftovers) {
        ScratchFolder.delete(leftover);
      }
    } catch (IOException e) {
      throw new LabException(TEMPORARY + ": cannot be cleaned: " + e.getMessage(), e);
    }
  }

  /** Whether the name is one of ours and its owner is gone. */
  public static boolean isLeftover(String name) {
    return Owner.of(name).filter(owner -> !owner.isAlive()).isPresent();
  }

  /** Ends what runs in a namespace, then removes it. */
  public static void remove(String namespace) {
    for (String pid : Shell.run("ip", "netns", "pids", namespace).split("\\s+")) {
      if (!pid.isBlank()) {
        Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(pid));
        process.ifPresent(ProcessHandle::destroyForcibly);
      }
    }
    Shell.run("ip", "netns", "del", namespace);
    try {
      Names.remove(namespace);
    } catch (IOException e) {
      throw new LabException("names of " + namespace + " cannot be removed", e);
    }
  }
}

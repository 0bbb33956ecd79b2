package org.dreyfus.external.program;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dreyfus.external.Limits;

/** The limits that the kernel holds a program to, set by {@code prlimit} of util-linux. */
final class ResourceLimits {

  private static final Path PRLIMIT = Path.of("/usr/bin/prlimit");
  private static final int OPEN_FILES = 4_096;

  private ResourceLimits() {}

  /** Whether they can be set on this machine. */
  static boolean available() {
    return Files.isExecutable(PRLIMIT);
  }

  /**
   * What stands before a command; nothing where limits cannot be set.
   *
   * @param ownUser whether the program runs as a user, or in a user namespace, of its own: else the
   *     number of processes would be shared with all that this user runs
   */
  static List<String> prefix(Limits limits, boolean ownUser) {
    if (!available()) {
      return List.of();
    }
    List<String> prefix = new ArrayList<>();
    prefix.add(PRLIMIT.toString());
    prefix.add("--core=0");
    prefix.add("--nofile=" + OPEN_FILES);
    if (ownUser) {
      prefix.add("--nproc=" + limits.processes());
    }
    return prefix;
  }
}

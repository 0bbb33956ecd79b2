package org.dreyfus.recorder.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/** Opens a host's folder to programs that give up root. */
public final class Worlds {

  private Worlds() {}

  /** Lets everybody read, enter and write below the folder. */
  public static void writable(Path folder) {
    change(folder, EnumSet.allOf(PosixFilePermission.class));
  }

  /** Lets everybody read and enter below the folder. */
  public static void readable(Path folder) {
    Set<PosixFilePermission> permissions = EnumSet.allOf(PosixFilePermission.class);
    permissions.remove(PosixFilePermission.GROUP_WRITE);
    permissions.remove(PosixFilePermission.OTHERS_WRITE);
    change(folder, permissions);
  }

  private static void change(Path folder, Set<PosixFilePermission> permissions) {
    try (Stream<Path> entries = Files.walk(folder)) {
      for (Path entry : entries.toList()) {
        Files.setPosixFilePermissions(entry, permissions);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package org.dreyfus.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder for one session's files, thrown away afterwards. Readable to programs without root. */
public final class ScratchFolder implements AutoCloseable {

  private final Path path;

  private ScratchFolder(Path path) {
    this.path = path;
  }

  public static ScratchFolder create() throws IOException {
    Path path = Files.createTempDirectory(Owner.self().name("session-"));
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    return new ScratchFolder(path);
  }

  public Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    delete(path);
  }

  /** Deletes a folder and all below it; what others delete meanwhile is no error. */
  public static void delete(Path folder) throws IOException {
    List<Path> entries;
    try (Stream<Path> walked = Files.walk(folder)) {
      entries = walked.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path entry : entries) {
      Files.deleteIfExists(entry);
    }
  }
}

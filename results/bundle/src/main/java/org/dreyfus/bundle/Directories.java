package org.dreyfus.bundle;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whole folders. */
final class Directories {

  private Directories() {}

  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> entries = Files.walk(folder)) {
      for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(entry);
      }
    }
  }

  /** Every regular file, relative to the folder, sorted. */
  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> entries = Files.walk(folder)) {
      return entries.filter(Files::isRegularFile).map(folder::relativize).sorted().toList();
    }
  }

  /** Why a file operation failed, in a few words. */
  static String reason(IOException failure) {
    if (failure instanceof FileSystemException system) {
      return Optional.ofNullable(system.getReason()).orElse(failure.getClass().getSimpleName());
    }
    return String.valueOf(failure.getMessage());
  }
}

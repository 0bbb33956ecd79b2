package org.dreyfus.bundle;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whole folders. */
public final class Directories {

  private Directories() {}

  /**
   * Deletes a folder with all that it holds, if it is there: entry by entry, since a journal has
   * too many to be listed as a whole. Links are deleted, not followed.
   */
  public static void delete(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
        for (Path entry : entries) {
          delete(entry);
        }
      } catch (DirectoryIteratorException e) {
        throw e.getCause();
      }
    }
    Files.deleteIfExists(folder);
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

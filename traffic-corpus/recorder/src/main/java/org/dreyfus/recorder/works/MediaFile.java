package org.dreyfus.recorder.works;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A generated work as a file. Both works of a pair come from one generator; nothing in a file tells
 * which is which.
 *
 * @param id of the work in the catalogue
 * @param fileName under which it moves
 * @param title for the catalogue
 * @param kind of work
 * @param bytes the file
 */
public record MediaFile(String id, String fileName, String title, WorkKind kind, byte[] bytes) {

  /** IANA media type. */
  public String mediaType() {
    return kind.mediaType();
  }

  /** The same bytes under another entry of the catalogue. */
  public MediaFile withId(String other) {
    return new MediaFile(other, fileName, title, kind, bytes);
  }

  /** Writes it into a folder under its name. */
  public Path writeTo(Path folder) {
    try {
      Files.createDirectories(folder);
      return Files.write(folder.resolve(fileName), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes it into a folder under its name and returns the folder. */
  public Path shareFrom(Path folder) {
    writeTo(folder);
    return folder;
  }
}

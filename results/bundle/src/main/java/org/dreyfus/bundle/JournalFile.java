package org.dreyfus.bundle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.Optional;
import org.dreyfus.corpus.codec.MalformedJsonException;

/**
 * One finished part of a run: a digest in the first line, the part as JSON in the second. A part
 * that is not whole counts as none.
 */
public final class JournalFile {

  private JournalFile() {}

  /**
   * Reads a part.
   *
   * @return empty when there is none, it is not whole, or another version wrote it
   */
  public static <T> Optional<T> read(Path file, Class<T> type) throws IOException {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    String[] lines = Files.readString(file, StandardCharsets.UTF_8).split("\n", 2);
    if (lines.length < 2 || !lines[0].equals(Digests.sha256(lines[1]))) {
      return Optional.empty();
    }
    try {
      return Optional.of(ResultJson.json().parse(lines[1], type, file.toString()));
    } catch (MalformedJsonException writtenByAnotherVersion) {
      return Optional.empty();
    }
  }

  /** Writes a part whole or not at all, into a folder that exists. */
  public static void write(Path file, Object part) throws IOException {
    String line = ResultJson.json().line(part);
    Path folder = Objects.requireNonNull(file.getParent(), "a journal lies in a folder");
    Path unfinished = Files.createTempFile(folder, "part", ".unfinished");
    Files.writeString(unfinished, Digests.sha256(line) + "\n" + line);
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
  }
}

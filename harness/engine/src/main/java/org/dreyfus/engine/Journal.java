package org.dreyfus.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.dreyfus.bundle.Digests;
import org.dreyfus.bundle.ResultJson;
import org.dreyfus.corpus.codec.MalformedJsonException;

/**
 * Finished sessions of a run, one file each: a digest in the first line, the result in the second.
 * A part that is not whole is not counted.
 */
final class Journal {

  private final Path folder;

  /**
   * @param parent of all journals
   * @param identity of the run: corpus, classifiers, options, seed; a run with another identity has
   *     another journal
   */
  Journal(Path parent, String identity) throws IOException {
    this.folder = Files.createDirectories(parent.resolve(Digests.sha256(identity)));
  }

  Optional<SessionResult> read(String session) throws IOException {
    Path file = file(session);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    String[] lines = Files.readString(file, StandardCharsets.UTF_8).split("\n", 2);
    if (lines.length < 2 || !lines[0].equals(Digests.sha256(lines[1]))) {
      return Optional.empty();
    }
    try {
      return Optional.of(ResultJson.json().parse(lines[1], SessionResult.class, file.toString()));
    } catch (MalformedJsonException writtenByAnotherVersion) {
      return Optional.empty();
    }
  }

  void write(SessionResult result) throws IOException {
    String line = ResultJson.json().line(result);
    Path unfinished = Files.createTempFile(folder, "part", ".unfinished");
    Files.writeString(unfinished, Digests.sha256(line) + "\n" + line);
    Files.move(unfinished, file(result.session()), StandardCopyOption.ATOMIC_MOVE);
  }

  /** The results stand in a bundle now. */
  void delete() throws IOException {
    try (Stream<Path> entries = Files.walk(folder)) {
      for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(entry);
      }
    }
    deleteIfEmpty(folder.resolveSibling("."));
  }

  /** Journals of several runs lie side by side; the last one takes the folder with it. */
  private static void deleteIfEmpty(Path parent) throws IOException {
    try {
      Files.deleteIfExists(parent.normalize());
    } catch (DirectoryNotEmptyException e) {
      return;
    }
  }

  private Path file(String session) {
    return folder.resolve(Digests.sha256(session) + ".json");
  }
}

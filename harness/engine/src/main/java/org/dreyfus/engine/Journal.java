package org.dreyfus.engine;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.dreyfus.bundle.Digests;
import org.dreyfus.bundle.JournalFile;

/** Finished sessions of a run, one {@link JournalFile} each. */
public final class Journal {

  private final Path folder;

  /**
   * @param parent of all journals
   * @param identity of the run: corpus, classifiers, options, seed; a run with another identity has
   *     another journal
   */
  Journal(Path parent, String identity) throws IOException {
    this(Files.createDirectories(parent.resolve(Digests.sha256(identity))));
  }

  /** A journal that was begun elsewhere, in the folder that it has. */
  public Journal(Path folder) {
    this.folder = folder;
  }

  /** Where the finished sessions lie. */
  public Path folder() {
    return folder;
  }

  /**
   * What came out for a session.
   *
   * @return empty when it is not finished
   */
  public Optional<SessionResult> read(String session) throws IOException {
    return JournalFile.read(file(session), SessionResult.class);
  }

  /** Keeps a finished session, whole or not at all; whoever writes it writes the same. */
  public void write(SessionResult result) throws IOException {
    JournalFile.write(file(result.session()), result);
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

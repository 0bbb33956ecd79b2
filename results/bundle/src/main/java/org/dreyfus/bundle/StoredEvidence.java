package org.dreyfus.bundle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.dreyfus.scoring.Evidence;
import org.dreyfus.scoring.RunFacts;
import org.dreyfus.scoring.SessionEvidence;

/** Evidence that lies in the files of a bundle, and is read session by session. */
final class StoredEvidence implements Evidence {

  private final Path folder;
  private final RunFacts facts;

  /**
   * @throws NoSuchFileException when a file is missing
   */
  StoredEvidence(Path folder, RunFacts facts) throws NoSuchFileException {
    for (EvidenceFile kind : EvidenceFile.values()) {
      Path file = folder.resolve(kind.fileName());
      if (kind.isAlwaysThere() && !Files.isRegularFile(file)) {
        throw new NoSuchFileException(file.toString());
      }
    }
    this.folder = folder;
    this.facts = facts;
  }

  @Override
  public RunFacts facts() {
    return facts;
  }

  @Override
  public Stream<SessionEvidence> bySession() {
    try {
      StoredSessions sessions = new StoredSessions(folder);
      return StreamSupport.stream(
              Spliterators.spliteratorUnknownSize(
                  sessions, Spliterator.ORDERED | Spliterator.NONNULL),
              false)
          .onClose(sessions::close);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

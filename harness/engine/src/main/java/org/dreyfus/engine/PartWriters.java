package org.dreyfus.engine;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dreyfus.bundle.EvidenceFile;
import org.dreyfus.bundle.EvidenceWriter;
import org.dreyfus.engine.GatheredChunk.Part;
import org.dreyfus.scoring.SessionEvidence;

/** Writes the parts of one chunk. Each appears whole or not at all. */
final class PartWriters implements Closeable {

  private final Parts parts;
  private final int chunk;
  private final String attempt = UUID.randomUUID().toString();
  private final List<Open> open = new ArrayList<>();

  /** A part that is being written. */
  private record Open(Part part, Path unfinished, EvidenceWriter writer) {}

  /**
   * @param subjects how many classifiers there are
   */
  PartWriters(Parts parts, int chunk, int subjects) {
    this.parts = parts;
    this.chunk = chunk;
    open(Part.ALL, EvidenceFile.SESSIONS);
    for (int subject = 0; subject < subjects; subject++) {
      for (EvidenceFile file : EvidenceFile.values()) {
        if (file != EvidenceFile.SESSIONS) {
          open(subject, file);
        }
      }
    }
  }

  private void open(int subject, EvidenceFile file) {
    Part part = new Part(subject, file);
    Path unfinished = parts.file(part.name(chunk) + "." + attempt + ".unfinished");
    open.add(new Open(part, unfinished, new EvidenceWriter(file, unfinished)));
  }

  /** Adds what a classifier did with a session. */
  void add(int subject, SessionEvidence session) throws IOException {
    for (Open each : open) {
      boolean its = each.part().subject() == subject;
      boolean ofAll = each.part().subject() == Part.ALL && subject == 0;
      if (its || ofAll) {
        each.writer().add(session);
      }
    }
  }

  /** Puts the parts in their places; says which there are. */
  List<Part> finish() throws IOException {
    List<Part> written = new ArrayList<>();
    for (Open each : open) {
      each.writer().close();
      if (each.writer().isBegun()) {
        Files.move(
            each.unfinished(), parts.file(each.part().name(chunk)), StandardCopyOption.ATOMIC_MOVE);
        written.add(each.part());
      }
    }
    return written;
  }

  @Override
  public void close() throws IOException {
    for (Open each : open) {
      each.writer().close();
      Files.deleteIfExists(each.unfinished());
    }
  }
}

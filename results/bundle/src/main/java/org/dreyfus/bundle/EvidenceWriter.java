package org.dreyfus.bundle;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.dreyfus.scoring.SessionEvidence;

/** Writes one {@link EvidenceFile}, or a part of it. It is made when its first line comes. */
public final class EvidenceWriter implements Closeable {

  private static final int BUFFER_BYTES = 8192;

  private final EvidenceFile kind;
  private final Path file;
  private Optional<Writer> out = Optional.empty();

  /**
   * @param file that is written, in place of one that is there
   */
  public EvidenceWriter(EvidenceFile kind, Path file) {
    this.kind = kind;
    this.file = file;
  }

  /** Adds a session; sessions come in the order of their ids. */
  public void add(SessionEvidence session) throws IOException {
    for (Iterator<?> lines = kind.lines(session).iterator(); lines.hasNext(); ) {
      out().write(ResultJson.json().line(lines.next()));
    }
  }

  /** Whether there is such a file, since a line was written. */
  public boolean isBegun() {
    return out.isPresent();
  }

  private Writer out() throws IOException {
    if (out.isEmpty()) {
      out = Optional.of(open(file));
    }
    return out.get();
  }

  static Writer open(Path file) throws IOException {
    return new BufferedWriter(
        new OutputStreamWriter(
            new GZIPOutputStream(Files.newOutputStream(file), BUFFER_BYTES),
            StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws IOException {
    if (out.isPresent()) {
      out.get().close();
    }
  }
}

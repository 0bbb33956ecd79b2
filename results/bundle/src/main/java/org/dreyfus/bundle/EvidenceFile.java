package org.dreyfus.bundle;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.dreyfus.scoring.Accusation;
import org.dreyfus.scoring.SessionEvidence;

/**
 * The files of a bundle that grow with its sessions: JSON lines in the order of the sessions' ids,
 * compressed. One gzip member after another is one gzip file (RFC 1952, 2.2), so a file can be put
 * together from parts.
 */
public enum EvidenceFile {
  /** {@code sessions.jsonl.gz}: the same for all classifiers of a run. */
  SESSIONS("sessions.jsonl.gz", its -> Stream.of(its.session())),
  /** {@code observations.jsonl.gz}. */
  OBSERVATIONS("observations.jsonl.gz", its -> its.observations().stream()),
  /** {@code unstable.jsonl.gz}. */
  UNSTABLE("unstable.jsonl.gz", its -> its.unstable().stream().sorted()),
  /** {@code accusations.jsonl.gz}. */
  ACCUSATIONS(
      "accusations.jsonl.gz",
      its -> its.accusations().stream().sorted(Comparator.comparing(Accusation::host))),
  /** {@code conduct.jsonl.gz}: only of classifiers that ran outside the harness. */
  CONDUCT("conduct.jsonl.gz", its -> its.conduct().stream());

  private final String fileName;
  private final Function<SessionEvidence, Stream<?>> lines;

  EvidenceFile(String fileName, Function<SessionEvidence, Stream<?>> lines) {
    this.fileName = fileName;
    this.lines = lines;
  }

  /** Its name in a bundle. */
  public String fileName() {
    return fileName;
  }

  /** What a session adds to it, a value a line. */
  Stream<?> lines(SessionEvidence session) {
    return lines.apply(session);
  }

  /** Whether a bundle has it even when it is empty. */
  boolean isAlwaysThere() {
    return this != CONDUCT;
  }

  /**
   * Puts a part behind what is there already.
   *
   * @param folder of the bundle
   */
  void append(Path part, Path folder) throws IOException {
    try (OutputStream out =
        Files.newOutputStream(
            folder.resolve(fileName), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      Files.copy(part, out);
    }
  }

  /** Makes the files that nothing was written to, as far as a bundle must have them. */
  static void complete(Path folder) throws IOException {
    for (EvidenceFile kind : values()) {
      Path file = folder.resolve(kind.fileName);
      if (kind.isAlwaysThere() && !Files.exists(file)) {
        new GZIPOutputStream(Files.newOutputStream(file)).close();
      }
    }
  }
}

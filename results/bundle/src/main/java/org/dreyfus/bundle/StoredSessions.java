package org.dreyfus.bundle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import org.dreyfus.corpus.Session;
import org.dreyfus.scoring.Accusation;
import org.dreyfus.scoring.Conduct;
import org.dreyfus.scoring.FlowRef;
import org.dreyfus.scoring.Observation;
import org.dreyfus.scoring.SessionEvidence;

/** Joins the files of a bundle, which all stand in the order of sessions. */
final class StoredSessions implements Iterator<SessionEvidence>, AutoCloseable {

  private final Path folder;
  private final List<Lines<?>> open = new ArrayList<>();
  private final Lines<Session> sessions;
  private final Lines<Observation> observations;
  private final Lines<FlowRef> unstable;
  private final Lines<Accusation> accusations;
  private final Optional<Lines<Conduct>> conduct;
  private String last = "";

  /**
   * @throws IOException when a file is missing or damaged; the message names it
   */
  StoredSessions(Path folder) throws IOException {
    this.folder = folder;
    try {
      sessions = open(EvidenceFile.SESSIONS, Session.class, Session::id);
      observations = open(EvidenceFile.OBSERVATIONS, Observation.class, Observation::session);
      unstable = open(EvidenceFile.UNSTABLE, FlowRef.class, FlowRef::session);
      accusations = open(EvidenceFile.ACCUSATIONS, Accusation.class, Accusation::session);
      conduct =
          Files.exists(folder.resolve(EvidenceFile.CONDUCT.fileName()))
              ? Optional.of(open(EvidenceFile.CONDUCT, Conduct.class, Conduct::session))
              : Optional.empty();
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  private <T> Lines<T> open(EvidenceFile kind, Class<T> type, Function<T, String> session)
      throws IOException {
    Lines<T> lines = new Lines<>(folder.resolve(kind.fileName()), type, session);
    open.add(lines);
    return lines;
  }

  @Override
  public boolean hasNext() {
    if (sessions.peek().isPresent()) {
      return true;
    }
    for (Lines<?> lines : open) {
      if (lines.peek().isPresent()) {
        throw new UncheckedIOException(lines.misplaced());
      }
    }
    return false;
  }

  @Override
  public SessionEvidence next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    try {
      return read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private SessionEvidence read() throws IOException {
    String id = sessions.peek().orElseThrow().id();
    if (id.compareTo(last) <= 0) {
      throw sessions.misplaced();
    }
    Optional<Conduct> ofAll = last.isEmpty() ? conductOfAll() : Optional.empty();
    last = id;
    Optional<Conduct> own = conduct.isPresent() ? conductOf(conduct.get(), id) : Optional.empty();
    return new SessionEvidence(
        sessions.take(),
        observations.of(id),
        new HashSet<>(unstable.of(id)),
        accusations.of(id),
        own.or(() -> ofAll));
  }

  /** The conduct of one stream of all sessions is told with the first of them. */
  private Optional<Conduct> conductOfAll() throws IOException {
    boolean ofAll =
        conduct.flatMap(Lines::peek).filter(its -> its.session().equals(Conduct.ALL)).isPresent();
    return ofAll ? Optional.of(conduct.orElseThrow().take()) : Optional.empty();
  }

  private static Optional<Conduct> conductOf(Lines<Conduct> lines, String id) throws IOException {
    List<Conduct> found = lines.of(id);
    if (found.size() > 1) {
      throw new BundleException(lines.name() + ": session '" + id + "' stands there twice");
    }
    return found.stream().findFirst();
  }

  @Override
  public void close() {
    for (Lines<?> lines : open) {
      try {
        lines.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}

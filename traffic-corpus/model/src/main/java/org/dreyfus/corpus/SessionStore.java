package org.dreyfus.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.stream.Stream;
import org.dreyfus.corpus.codec.StrictJson;

/** The sessions below a folder: those of a small corpus in memory, others read when asked for. */
final class SessionStore {

  private static final StrictJson JSON = StrictJson.plain();

  /** Folders, so that a large corpus is not held by its paths. */
  private static final int LOOKED_AT_TOGETHER = 4_096;

  private static final int READ_TOGETHER = 256;

  private final Path folder;
  private final SessionIds ids;
  private final List<Session> sessions;

  private SessionStore(Path folder, SessionIds ids, int mostKept) throws IOException {
    this.folder = folder;
    this.ids = ids;
    this.sessions = ids.size() <= mostKept ? readAll(ids) : new OnDemand();
  }

  /**
   * @param mostKept how many sessions are read now and kept; of more, none is
   * @throws CorpusException when a folder holds no session, or what holds one cannot be read now
   */
  static SessionStore open(Path folder, int mostKept) throws IOException {
    return new SessionStore(folder, list(folder), mostKept);
  }

  /** Sessions of which the ids are known: all are read when asked for. */
  static SessionStore of(Path folder, List<String> ids) throws IOException {
    return new SessionStore(folder, SessionIds.of(ids), -1);
  }

  private static SessionIds list(Path folder) throws IOException {
    List<String> ids = new ArrayList<>();
    try (Stream<Path> entries = Files.list(folder)) {
      Iterator<Path> visible = entries.filter(Corpus::isVisible).iterator();
      while (visible.hasNext()) {
        List<Path> some = new ArrayList<>();
        while (visible.hasNext() && some.size() < LOOKED_AT_TOGETHER) {
          some.add(visible.next());
        }
        ConcurrentReads.read(some, SessionStore::idOf).forEach(id -> id.ifPresent(ids::add));
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return SessionIds.of(ids);
  }

  private static Optional<String> idOf(Path entry) throws CorpusException {
    if (Files.isRegularFile(entry.resolve(Corpus.SESSION))) {
      return Optional.of(String.valueOf(entry.getFileName()));
    } else if (Files.isDirectory(entry)) {
      throw noSession(entry);
    }
    return Optional.empty();
  }

  List<String> ids() {
    return ids;
  }

  List<Session> sessions() {
    return sessions;
  }

  Optional<Session> find(String id) throws IOException {
    int index = ids.indexOf(id);
    if (index < 0) {
      return Optional.empty();
    }
    return Optional.of(sessions instanceof OnDemand ? read(folder, id) : sessions.get(index));
  }

  private List<Session> readAll(List<String> ids) throws IOException {
    List<Path> names = ids.stream().map(folder::resolve).toList();
    return ConcurrentReads.read(names, name -> read(folder, String.valueOf(name.getFileName())));
  }

  static Session read(Path sessions, String id) throws IOException {
    Path folder = sessions.resolve(id);
    Path file = folder.resolve(Corpus.SESSION);
    if (!Files.isRegularFile(file)) {
      throw noSession(folder);
    }
    Session session = JSON.read(file, Session.class);
    if (session.schemaVersion() != Session.SCHEMA_VERSION) {
      throw new CorpusException(
          "%s: schemaVersion %d is not known; this version of Dreyfus reads %d"
              .formatted(file, session.schemaVersion(), Session.SCHEMA_VERSION));
    }
    if (!session.id().equals(id)) {
      throw new CorpusException(
          "%s: its id is '%s'; id and folder must be the same".formatted(file, session.id()));
    }
    if (!Path.of("").resolve(session.capture()).equals(Path.of(session.capture()).getFileName())) {
      throw new CorpusException(
          "%s: capture '%s' must be a plain file name".formatted(file, session.capture()));
    }
    return session;
  }

  private static CorpusException noSession(Path folder) {
    return new CorpusException(
        folder + ": no session, it has no " + Corpus.SESSION + "; remove it");
  }

  /** In the order of the ids, each read anew whenever it is asked for. */
  private final class OnDemand extends AbstractList<Session> implements RandomAccess {

    /**
     * @throws UncheckedIOException with the message of its cause, when it cannot be read
     */
    @Override
    public Session get(int index) {
      try {
        return read(folder, ids.get(index));
      } catch (IOException e) {
        throw new UncheckedIOException(e.getMessage(), e);
      }
    }

    /** Reads some ahead, many at a time. */
    @Override
    public Iterator<Session> iterator() {
      return new ReadingAhead();
    }

    @Override
    public int size() {
      return ids.size();
    }
  }

  /** Walks through all sessions. One that cannot be read is named when the walk comes to it. */
  private final class ReadingAhead implements Iterator<Session> {
    private final Deque<Session> read = new ArrayDeque<>();
    private int together = READ_TOGETHER;
    private int next;

    @Override
    public boolean hasNext() {
      return !read.isEmpty() || next < ids.size();
    }

    @Override
    public Session next() {
      if (!hasNext()) {
        throw new NoSuchElementException("no session after the last of " + ids.size());
      }
      if (read.isEmpty()) {
        readSome();
      }
      return read.remove();
    }

    private void readSome() {
      int to = Math.min(next + together, ids.size());
      try {
        read.addAll(readAll(ids.subList(next, to)));
        next = to;
      } catch (IOException oneOfThem) {
        together = 1;
        read.add(sessions.get(next));
        next++;
      }
    }
  }
}

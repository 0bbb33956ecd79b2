package org.dreyfus.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dreyfus.corpus.codec.StrictJson;

/**
 * A corpus on disk. Manifest, works and sessions are read when it is opened; flows and captures
 * when they are asked for.
 */
public final class Corpus {

  static final String MANIFEST = "corpus.json";
  static final String WORKS = "works.json";
  static final String IDENTIFIERS = "identifiers.json";
  static final String NETWORKS = "networks.json";
  static final String DATASHEET = "README.md";
  static final String SESSIONS = "sessions";
  static final String SESSION = "session.json";
  static final String FLOWS = "flows.jsonl";

  private static final StrictJson JSON = StrictJson.plain();

  private final Path folder;
  private final CorpusManifest manifest;
  private final String digest;
  private final Map<String, Work> works;
  private final Map<String, Session> sessions;

  private Corpus(
      Path folder,
      CorpusManifest manifest,
      String digest,
      Map<String, Work> works,
      Map<String, Session> sessions) {
    this.folder = folder;
    this.manifest = manifest;
    this.digest = digest;
    this.works = works;
    this.sessions = sessions;
  }

  /**
   * Opens a corpus.
   *
   * @throws IOException when a file is missing or malformed; the message names it and the place
   */
  public static Corpus open(Path folder) throws IOException {
    try {
      return read(folder);
    } catch (NoSuchFileException e) {
      throw new CorpusException(e.getFile() + ": missing; the corpus is not whole", e);
    }
  }

  /**
   * What another machine must know of a corpus to open it without reading every session.
   *
   * @param digest of corpus.json
   * @param sessions as far as they are needed; what they lack is in their files
   */
  public record Outline(
      CorpusManifest manifest, String digest, List<Work> works, List<Session> sessions) {
    public Outline {
      works = List.copyOf(works);
      sessions = List.copyOf(sessions);
    }
  }

  /**
   * Opens a corpus of which somebody told the outline.
   *
   * @throws IOException when it is not there, or is another corpus; the message names it
   */
  public static Corpus open(Path folder, Outline outline) throws IOException {
    Path manifestFile = folder.resolve(MANIFEST);
    if (!Files.isRegularFile(manifestFile)) {
      throw new CorpusException(folder + ": no corpus, it has no " + MANIFEST);
    }
    if (!Sha256.of(manifestFile).equals(outline.digest())) {
      throw new CorpusException(manifestFile + ": is of another corpus, or another version of it");
    }
    Map<String, Work> works = new TreeMap<>();
    outline.works().forEach(work -> works.put(work.id(), work));
    Map<String, Session> sessions = new TreeMap<>();
    outline.sessions().forEach(session -> sessions.put(session.id(), session));
    return new Corpus(folder, outline.manifest(), outline.digest(), works, sessions);
  }

  /** Reads a session once more, whole. */
  public Session reread(Session session) throws IOException {
    return readSession(folderOf(session));
  }

  private static Corpus read(Path folder) throws IOException {
    Path manifestFile = folder.resolve(MANIFEST);
    if (!Files.isRegularFile(manifestFile)) {
      throw new CorpusException(folder + ": no corpus, it has no " + MANIFEST);
    }
    CorpusManifest manifest = JSON.read(manifestFile, CorpusManifest.class);
    if (manifest.schemaVersion() != CorpusManifest.SCHEMA_VERSION) {
      throw new CorpusException(
          "%s: schemaVersion %d is not known; this version of Dreyfus reads %d"
              .formatted(manifestFile, manifest.schemaVersion(), CorpusManifest.SCHEMA_VERSION));
    }
    return new Corpus(
        folder,
        manifest,
        Sha256.of(manifestFile),
        readWorks(folder.resolve(WORKS)),
        readSessions(folder.resolve(SESSIONS)));
  }

  static Map<String, Work> readWorks(Path file) throws IOException {
    Map<String, Work> works = new TreeMap<>();
    for (Work work : JSON.read(file, Catalogue.class).works()) {
      if (works.put(work.id(), work) != null) {
        throw new CorpusException(
            "%s: work '%s' is registered twice; remove one".formatted(file, work.id()));
      }
    }
    return works;
  }

  private static Map<String, Session> readSessions(Path folder) throws IOException {
    Map<String, Session> sessions = new TreeMap<>();
    List<Path> entries = new ArrayList<>();
    try (Stream<Path> listed = Files.list(folder)) {
      listed.filter(Files::isDirectory).filter(Corpus::isVisible).sorted().forEach(entries::add);
    }
    for (Path entry : entries) {
      Session session = readSession(entry);
      sessions.put(session.id(), session);
    }
    return sessions;
  }

  private static Session readSession(Path folder) throws IOException {
    Path file = folder.resolve(SESSION);
    if (!Files.isRegularFile(file)) {
      throw new CorpusException(folder + ": no session, it has no " + SESSION + "; remove it");
    }
    Session session = JSON.read(file, Session.class);
    if (session.schemaVersion() != Session.SCHEMA_VERSION) {
      throw new CorpusException(
          "%s: schemaVersion %d is not known; this version of Dreyfus reads %d"
              .formatted(file, session.schemaVersion(), Session.SCHEMA_VERSION));
    }
    if (!session.id().equals(String.valueOf(folder.getFileName()))) {
      throw new CorpusException(
          "%s: its id is '%s'; id and folder must be the same".formatted(file, session.id()));
    }
    if (!Path.of("").resolve(session.capture()).equals(Path.of(session.capture()).getFileName())) {
      throw new CorpusException(
          "%s: capture '%s' must be a plain file name".formatted(file, session.capture()));
    }
    return session;
  }

  /** Unfinished work of a recorder has names that begin with a dot. */
  static boolean isVisible(Path path) {
    return !String.valueOf(path.getFileName()).startsWith(".");
  }

  public Path folder() {
    return folder;
  }

  public CorpusManifest manifest() {
    return manifest;
  }

  /** SHA-256 of corpus.json, which holds the digests of all other files. Lower-case hex. */
  public String digest() {
    return digest;
  }

  /** Works by id. */
  public Map<String, Work> works() {
    return works;
  }

  /** Sessions in the order of their ids. */
  public List<Session> sessions() {
    return List.copyOf(sessions.values());
  }

  public Optional<Session> session(String id) {
    return Optional.ofNullable(sessions.get(id));
  }

  /**
   * The rights feed: works registered as unlicensed, by what tells their files.
   *
   * @return empty when the corpus has none
   */
  public Optional<Identifiers> identifiers() throws IOException {
    Path file = folder.resolve(IDENTIFIERS);
    return Files.exists(file) ? Optional.of(JSON.read(file, Identifiers.class)) : Optional.empty();
  }

  /**
   * The network feed: services that the corpus's rule designates risky.
   *
   * @return empty when the corpus has none
   */
  public Optional<RiskyNetworks> networks() throws IOException {
    Path file = folder.resolve(NETWORKS);
    return Files.exists(file)
        ? Optional.of(JSON.read(file, RiskyNetworks.class))
        : Optional.empty();
  }

  /** The labels of a session's flows, in the order of their first frames. */
  public List<FlowLabel> flows(Session session) throws IOException {
    return JSON.readLines(folderOf(session).resolve(FLOWS), FlowLabel.class);
  }

  public Path capture(Session session) {
    return folderOf(session).resolve(session.capture());
  }

  private Path folderOf(Session session) {
    return folder.resolve(SESSIONS).resolve(session.id());
  }
}

package org.dreyfus.corpus;

import java.io.IOException;
import java.nio.file.Files;
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
    Map<String, Work> works = new TreeMap<>();
    for (Work work : JSON.read(folder.resolve(WORKS), Catalogue.class).works()) {
      works.put(work.id(), work);
    }
    return new Corpus(
        folder, manifest, Sha256.of(manifestFile), works, readSessions(folder.resolve(SESSIONS)));
  }

  private static Map<String, Session> readSessions(Path folder) throws IOException {
    Map<String, Session> sessions = new TreeMap<>();
    List<Path> entries = new ArrayList<>();
    try (Stream<Path> listed = Files.list(folder)) {
      listed.filter(Files::isDirectory).sorted().forEach(entries::add);
    }
    for (Path entry : entries) {
      Path file = entry.resolve(SESSION);
      Session session = JSON.read(file, Session.class);
      if (!session.id().equals(String.valueOf(entry.getFileName()))) {
        throw new CorpusException(
            "%s: its id is '%s'; id and folder must be the same".formatted(file, session.id()));
      }
      sessions.put(session.id(), session);
    }
    return sessions;
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

package org.dreyfus.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dreyfus.corpus.codec.StrictJson;

/**
 * A corpus on disk. Manifest and works are read when it is opened, and so are the sessions of a
 * corpus of at most 2,000. Larger ones are as large as the disk, so that of their sessions only the
 * ids are kept: each is read when it is asked for, and what is wrong with it is found then. Flows
 * and captures are read when they are asked for.
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

  /**
   * Measured: keeping 2,000 takes some 5 MB; reading one takes 0.1 ms, and a run reads each thrice.
   */
  private static final int MOST_KEPT = 2_000;

  private static final StrictJson JSON = StrictJson.plain();

  private final Path folder;
  private final CorpusManifest manifest;
  private final String digest;
  private final Map<String, Work> works;
  private final SessionStore sessions;

  private Corpus(
      Path folder,
      CorpusManifest manifest,
      String digest,
      Map<String, Work> works,
      SessionStore sessions) {
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
    return open(folder, MOST_KEPT);
  }

  /**
   * @param mostKept of how many sessions all are kept in memory; of more, none
   */
  static Corpus open(Path folder, int mostKept) throws IOException {
    try {
      return read(folder, mostKept);
    } catch (NoSuchFileException e) {
      throw new CorpusException(e.getFile() + ": missing; the corpus is not whole", e);
    }
  }

  /**
   * What another machine must know of a corpus to open it without listing it.
   *
   * @param digest of corpus.json
   * @param sessions their ids
   */
  public record Outline(
      CorpusManifest manifest, String digest, List<Work> works, List<String> sessions) {

    /** The outline of a corpus that is open here. */
    public static Outline of(Corpus corpus) {
      return new Outline(
          corpus.manifest(),
          corpus.digest(),
          List.copyOf(corpus.works().values()),
          corpus.sessionIds());
    }
  }

  /**
   * Opens a corpus of which somebody told the outline. Its sessions are read when they are asked
   * for.
   *
   * @throws IOException when it is not there, or is another corpus; the message names it
   */
  public static Corpus open(Path folder, Outline outline) throws IOException {
    Path manifestFile = manifestFile(folder);
    if (!Sha256.of(manifestFile).equals(outline.digest())) {
      throw new CorpusException(manifestFile + ": is of another corpus, or another version of it");
    }
    Map<String, Work> works = new TreeMap<>();
    outline.works().forEach(work -> works.put(work.id(), work));
    return new Corpus(
        folder,
        outline.manifest(),
        outline.digest(),
        works,
        SessionStore.of(folder.resolve(SESSIONS), outline.sessions()));
  }

  private static Path manifestFile(Path folder) throws CorpusException {
    Path file = folder.resolve(MANIFEST);
    if (!Files.isRegularFile(file)) {
      throw new CorpusException(folder + ": no corpus, it has no " + MANIFEST);
    }
    return file;
  }

  private static Corpus read(Path folder, int mostKept) throws IOException {
    Path manifestFile = manifestFile(folder);
    CorpusManifest manifest = JSON.readLarge(manifestFile, ManifestHead.class).manifest();
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
        SessionStore.open(folder.resolve(SESSIONS), mostKept));
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

  /** Ids of the sessions, sorted. */
  public List<String> sessionIds() {
    return sessions.ids();
  }

  /**
   * Sessions in the order of their ids. Of a large corpus each is read anew whenever it is asked
   * for, so that walking through the list holds one at a time; asking for one that cannot be read
   * throws an {@link java.io.UncheckedIOException} with the message of its cause, which names file
   * and place.
   */
  public List<Session> sessions() {
    return sessions.sessions();
  }

  /**
   * A session.
   *
   * @return empty when the corpus has none of this id
   * @throws IOException when it cannot be read; the message names file and place
   */
  public Optional<Session> session(String id) throws IOException {
    return sessions.find(id);
  }

  /**
   * SHA-256 (lower-case hex) of every file but the datasheet, by path relative to the corpus, as
   * {@code corpus.json} states them. Read when asked for: there are four a session.
   */
  public Map<String, String> digests() throws IOException {
    return JSON.readLarge(folder.resolve(MANIFEST), ManifestFile.class).files();
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

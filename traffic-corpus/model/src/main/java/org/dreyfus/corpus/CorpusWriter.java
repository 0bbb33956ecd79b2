package org.dreyfus.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dreyfus.corpus.codec.StrictJson;

/**
 * Writes a corpus session by session. A session appears whole or not at all; {@code corpus.json}
 * comes last, so that a corpus without one is unfinished and can be continued.
 */
public final class CorpusWriter {

  private static final StrictJson JSON = StrictJson.plain();

  private final Path folder;

  public CorpusWriter(Path folder) {
    this.folder = folder;
  }

  /** Whether a session has been written already. */
  public boolean has(String session) {
    return Files.isRegularFile(folderOf(session).resolve(Corpus.SESSION));
  }

  /** Ids of the sessions that have been written already. */
  public Set<String> sessions() throws IOException {
    Path sessions = folder.resolve(Corpus.SESSIONS);
    if (!Files.isDirectory(sessions)) {
      return Set.of();
    }
    try (Stream<Path> entries = Files.list(sessions)) {
      return entries
          .filter(Corpus::isVisible)
          .map(entry -> String.valueOf(entry.getFileName()))
          .collect(Collectors.toSet());
    }
  }

  /** Reads a session that has been written already. */
  public Session session(String id) throws IOException {
    return JSON.read(folderOf(id).resolve(Corpus.SESSION), Session.class);
  }

  /** Works of the catalogue that stands in the folder, by id; empty when there is none yet. */
  public Map<String, Work> works() throws IOException {
    Path catalogue = folder.resolve(Corpus.WORKS);
    return Files.exists(catalogue) ? Corpus.readWorks(catalogue) : Map.of();
  }

  /** Registered works that the folder's rights feed holds already. */
  public List<RegisteredWork> registered() throws IOException {
    Path feed = folder.resolve(Corpus.IDENTIFIERS);
    return Files.exists(feed) ? JSON.read(feed, Identifiers.class).works() : List.of();
  }

  /**
   * Writes the feeds: what products may be told in advance.
   *
   * @param works all that might be registered; those that no INFRINGING work of the catalogue has
   *     the digest of are left out
   * @param catalogue the rights
   * @param riskRule the rule that designates a service risky
   */
  public void feeds(Collection<RegisteredWork> works, Collection<Work> catalogue, String riskRule)
      throws IOException {
    Set<String> unlicensed =
        catalogue.stream()
            .filter(work -> work.legalStatus() == LegalStatus.INFRINGING)
            .map(Work::sha256)
            .collect(Collectors.toSet());
    Map<String, RegisteredWork> registered = new TreeMap<>();
    works.stream()
        .filter(work -> unlicensed.contains(work.sha256()))
        .forEach(work -> registered.put(work.sha256(), work));
    write(
        Corpus.IDENTIFIERS,
        new Identifiers(Identifiers.SCHEMA_VERSION, List.copyOf(registered.values())));
    write(Corpus.NETWORKS, networks(riskRule));
  }

  private void write(String name, Object content) throws IOException {
    Path unfinished = folder.resolve("." + name);
    Files.writeString(unfinished, JSON.pretty(content));
    Files.move(unfinished, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }

  private RiskyNetworks networks(String riskRule) throws IOException {
    NetworkTally networks = new NetworkTally();
    try (Stream<Path> folders = Files.list(folder.resolve(Corpus.SESSIONS))) {
      for (Path entry : folders.filter(Corpus::isVisible).sorted().toList()) {
        networks.add(
            JSON.read(entry.resolve(Corpus.SESSION), Session.class),
            JSON.readLines(entry.resolve(Corpus.FLOWS), FlowLabel.class));
      }
    }
    return networks.networks(riskRule);
  }

  /** Ids of the works that the sessions written so far move or serve. */
  public Set<String> worksInUse() throws IOException {
    Set<String> used = new TreeSet<>();
    try (Stream<Path> sessions = Files.list(folder.resolve(Corpus.SESSIONS))) {
      for (Path session : sessions.filter(Corpus::isVisible).toList()) {
        for (FlowLabel flow : JSON.readLines(session.resolve(Corpus.FLOWS), FlowLabel.class)) {
          flow.label().work().ifPresent(used::add);
        }
      }
    }
    return used;
  }

  /**
   * Adds a session.
   *
   * @param capture moved into the corpus
   */
  public void add(Session session, List<FlowLabel> flows, Path capture) throws IOException {
    Path target = folderOf(session.id());
    Path unfinished = target.resolveSibling("." + session.id() + ".unfinished");
    delete(unfinished);
    Files.createDirectories(unfinished);
    Files.move(capture, unfinished.resolve(session.capture()));
    StringBuilder lines = new StringBuilder();
    flows.forEach(flow -> lines.append(JSON.line(flow)));
    Files.writeString(unfinished.resolve(Corpus.FLOWS), lines);
    Files.writeString(unfinished.resolve(Corpus.SESSION), JSON.pretty(session));
    Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Writes the catalogue and, last, the manifest with the digests of all files. */
  public void finish(
      String id,
      String version,
      String licence,
      String description,
      String riskRule,
      Collection<Work> works)
      throws IOException {
    List<Work> sorted = works.stream().sorted(Comparator.comparing(Work::id)).toList();
    Files.writeString(
        folder.resolve(Corpus.WORKS), JSON.pretty(new Catalogue(Catalogue.SCHEMA_VERSION, sorted)));
    CorpusManifest manifest =
        new CorpusManifest(
            CorpusManifest.SCHEMA_VERSION, id, version, licence, description, riskRule);
    Path unfinished = folder.resolve("." + Corpus.MANIFEST);
    Files.writeString(unfinished, JSON.pretty(ManifestFile.of(manifest, digests(folder))));
    Files.move(unfinished, folder.resolve(Corpus.MANIFEST), StandardCopyOption.ATOMIC_MOVE);
  }

  static Map<String, String> digests(Path folder) throws IOException {
    Map<String, String> digests = new TreeMap<>();
    List<Path> files;
    try (Stream<Path> entries = Files.walk(folder)) {
      files = entries.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      String name = folder.relativize(file).toString().replace('\\', '/');
      boolean unfinished = name.startsWith(".") || name.contains("/.");
      boolean apart = unfinished || name.equals(Corpus.MANIFEST) || name.equals(Corpus.DATASHEET);
      if (!apart) {
        digests.put(name, Sha256.of(file));
      }
    }
    return digests;
  }

  private Path folderOf(String session) {
    return folder.resolve(Corpus.SESSIONS).resolve(session);
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> entries = Files.walk(folder)) {
      for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(entry);
      }
    }
  }
}

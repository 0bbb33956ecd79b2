package org.dreyfus.exchange.intake;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.dreyfus.capture.CaptureSource;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.CorpusWriter;
import org.dreyfus.corpus.FlowLabel;
import org.dreyfus.corpus.Label;
import org.dreyfus.corpus.Origin;
import org.dreyfus.corpus.Session;
import org.dreyfus.corpus.Work;
import org.dreyfus.exchange.ExchangeException;
import org.dreyfus.exchange.flows.CaptureFlows;
import org.dreyfus.exchange.flows.FlowFacts;
import org.dreyfus.exchange.labels.Place;

/**
 * An imported corpus in the making. It appears whole or not at all: it is built beside its target,
 * and removed when it is closed unfinished.
 */
public final class ImportedCorpus implements AutoCloseable {

  private static final String RISK_RULE =
      "Imported: the source designates no service risky, so no network feed exists.";

  private final Consumer<String> notices;
  private final Path target;
  private final Path building;
  private final CorpusWriter writer;
  private final SessionNames names = new SessionNames();
  private final Map<String, Work> works = new TreeMap<>();
  private int sessions;

  private ImportedCorpus(Path target, Path building, Consumer<String> notices) {
    this.notices = notices;
    this.target = target;
    this.building = building;
    this.writer = new CorpusWriter(building);
  }

  /**
   * Begins a corpus.
   *
   * @param target a folder that does not exist yet
   * @param notices takes lines about what was changed in a capture
   */
  public static ImportedCorpus begin(Path target, Consumer<String> notices) throws IOException {
    if (Files.exists(target)) {
      throw new FileAlreadyExistsException(target.toString());
    }
    Path whole = target.toAbsolutePath();
    Path parent = Optional.ofNullable(whole.getParent()).orElse(whole);
    Files.createDirectories(parent);
    Path building = Files.createTempDirectory(parent, "." + whole.getFileName() + ".unfinished");
    Files.createDirectories(building.resolve("sessions"));
    return new ImportedCorpus(target, building, notices);
  }

  /** Puts works into the catalogue, so that labels may name them. */
  public void register(Collection<Work> described) {
    described.forEach(work -> works.put(work.id(), work));
  }

  /** A new file for a capture, in the file system of the corpus. */
  public Path scratch(String suffix) throws IOException {
    return Files.createTempFile(building, ".capture", suffix);
  }

  /**
   * Adds a session with a capture of somebody else's: copied byte by byte, unless it is pcapng with
   * comments. Since labels may stand in them, it is then written anew without.
   *
   * @param capture any file that can be read as one
   * @throws IOException when it is damaged, empty, or a label does not fit
   */
  public void addCopy(ImportedSession session, Path capture, FlowLabels labels) throws IOException {
    Path copy = CleanCopy.of(capture, suffix(capture), this::scratch, notices);
    add(session, copy, CaptureFlows.of(named(capture, copy)), labels);
  }

  /** Errors shall name the file that the user knows. */
  private static CaptureSource named(Path shown, Path read) {
    CaptureSource source = CaptureSource.file(read);
    return new CaptureSource() {
      @Override
      public String name() {
        return shown.toString();
      }

      @Override
      public ReadableByteChannel open() throws IOException {
        return source.open();
      }
    };
  }

  /**
   * Adds a session.
   *
   * @param capture moved into the corpus
   * @param flows of that capture
   */
  public void add(ImportedSession session, Path capture, CaptureFlows flows, FlowLabels labels)
      throws IOException {
    if (flows.flows().isEmpty()) {
      throw new ExchangeException(
          "session '%s': its capture holds no IP packet; leave it out".formatted(session.name()));
    }
    List<FlowLabel> lines = new ArrayList<>(flows.flows().size());
    for (FlowFacts flow : flows.flows()) {
      lines.add(flow.labelled(checked(labels.of(flow), labels.place(flow))));
    }
    writer.add(describe(session, "capture" + suffix(capture), flows), lines, capture);
    sessions++;
  }

  private Label checked(Label label, Place place) throws ExchangeException {
    Optional<String> unknown = label.work().filter(work -> !works.containsKey(work));
    if (unknown.isPresent()) {
      throw place.problem(
          "work '%s' is in no catalogue; give the one that describes it with --works"
              .formatted(unknown.get()));
    }
    return label;
  }

  private Session describe(ImportedSession session, String capture, CaptureFlows flows) {
    return new Session(
        Session.SCHEMA_VERSION,
        names.unique(session.name()),
        session.scenario(),
        session.story(),
        session.cluster(),
        Origin.IMPORTED,
        Optional.empty(),
        session.pair(),
        HostList.of(flows.flows()),
        List.of(),
        Map.of(),
        capture,
        flows.startNanos(),
        flows.endNanos() - flows.startNanos(),
        List.of(),
        Session.Rekeying.HEADERS,
        new Session.Checks(false, false, "Imported; nothing was confirmed independently."));
  }

  private static String suffix(Path capture) {
    String name = String.valueOf(capture.getFileName()).toLowerCase(Locale.ROOT);
    String compression = name.endsWith(".gz") ? ".gz" : name.endsWith(".zst") ? ".zst" : "";
    return (name.endsWith(".pcapng" + compression) ? ".pcapng" : ".pcap") + compression;
  }

  /** Puts the corpus where it belongs. */
  public Corpus finish(About about) throws IOException {
    if (sessions == 0) {
      throw new ExchangeException("nothing to import was found; check the paths");
    }
    writer.finish(
        about.id(),
        about.version(),
        about.licence(),
        about.description(),
        RISK_RULE,
        works.values());
    Files.move(building, target.toAbsolutePath(), StandardCopyOption.ATOMIC_MOVE);
    return Corpus.open(target);
  }

  @Override
  public void close() throws IOException {
    if (Files.exists(building)) {
      try (Stream<Path> entries = Files.walk(building)) {
        for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(entry);
        }
      }
    }
  }
}

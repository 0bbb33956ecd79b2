package org.dreyfus.exchange.flowcsv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.exchange.ExchangeException;
import org.dreyfus.exchange.intake.ImportOptions;
import org.dreyfus.exchange.intake.ImportedCorpus;
import org.dreyfus.exchange.intake.ImportedSession;
import org.dreyfus.exchange.labels.LabelFields;
import org.dreyfus.exchange.labels.Place;
import org.dreyfus.exchange.labels.SessionFields;
import org.dreyfus.exchange.table.CsvReader;

/**
 * Makes a corpus of captures and a table of labels. A line that matches no flow is an error; a flow
 * that no line matches is UNDETERMINED and BACKGROUND, and says so.
 */
public final class FlowCsvImport {

  private static final List<String> SUFFIXES =
      List.of(".pcap", ".pcapng", ".pcap.gz", ".pcapng.gz", ".pcap.zst", ".pcapng.zst");

  private final Path table;
  private final Path captures;
  private final ImportOptions options;

  private FlowCsvImport(Path table, Path captures, ImportOptions options) {
    this.table = table;
    this.captures = captures;
    this.options = options;
  }

  /**
   * Makes a corpus.
   *
   * @param captures one capture, or a folder that has {@code <session>.pcap}, {@code .pcapng}, with
   *     or without {@code .gz} or {@code .zst}, or {@code <session>/capture.pcap} and so on, for
   *     each value of the column {@code session}
   */
  public static Corpus read(Path table, Path captures, ImportOptions options) throws IOException {
    try (ImportedCorpus corpus = ImportedCorpus.begin(options.out(), options.notices())) {
      corpus.register(options.works());
      new FlowCsvImport(table, captures, options).addTo(corpus);
      String name = String.valueOf(table.getFileName());
      return corpus.finish(
          options.about(
              name.replaceFirst("\\.csv$", ""),
              "Captures with labels from the table " + name + "."));
    }
  }

  private void addTo(ImportedCorpus corpus) throws IOException {
    for (Map.Entry<String, List<FlowLine>> session : lines().entrySet()) {
      List<FlowLine> lines = session.getValue();
      Path capture = capture(session.getKey(), lines.get(0).place());
      FlowMatcher matcher = new FlowMatcher(lines, capture, options);
      corpus.addCopy(describe(session.getKey(), capture, lines), capture, matcher);
      matcher.requireAllUsed();
    }
  }

  private Map<String, List<FlowLine>> lines() throws IOException {
    Map<String, List<FlowLine>> bySession = new LinkedHashMap<>();
    try (CsvReader reader = CsvReader.open(table)) {
      requireKnown(reader.header());
      for (Optional<CsvReader.Row> row = reader.next(); row.isPresent(); row = reader.next()) {
        FlowLine line = FlowLine.of(row.get(), table);
        bySession
            .computeIfAbsent(row.get().value(Columns.SESSION).orElse(""), s -> new ArrayList<>())
            .add(line);
      }
    }
    if (bySession.isEmpty()) {
      throw ExchangeException.at(table, 1, "a header and no line; nothing to import");
    }
    if (bySession.size() > 1 && Files.isRegularFile(captures)) {
      throw ExchangeException.at(
          table, 1, "speaks of several sessions; give the folder of their captures");
    }
    return bySession;
  }

  private void requireKnown(List<String> header) throws ExchangeException {
    Set<String> unknown = new TreeSet<>(header);
    unknown.removeAll(Columns.known());
    unknown.remove("");
    if (!unknown.isEmpty()) {
      throw ExchangeException.at(
          table,
          1,
          "unknown columns %s; remove or rename them; known are %s"
              .formatted(unknown, Columns.known()));
    }
  }

  private Path capture(String session, Place place) throws ExchangeException {
    if (!Files.isDirectory(captures)) {
      return captures;
    }
    if (session.isEmpty()) {
      throw place.problem("names no session, so its capture cannot be told; add a column session");
    }
    for (String suffix : SUFFIXES) {
      for (String name : List.of(session + suffix, session + "/capture" + suffix)) {
        Path candidate = captures.resolve(name).normalize();
        if (candidate.startsWith(captures.normalize()) && Files.isRegularFile(candidate)) {
          return candidate;
        }
      }
    }
    throw place.problem("%s has no capture of session '%s'".formatted(captures, session));
  }

  private ImportedSession describe(String named, Path capture, List<FlowLine> lines)
      throws ExchangeException {
    FlowLine first = lines.get(0);
    Map<String, String> fields = first.row().values();
    for (FlowLine line : lines) {
      if (!tie(line).equals(tie(first))) {
        throw line.place().problem("says other things of its session than an earlier line");
      }
    }
    String name = named.isEmpty() ? String.valueOf(capture.getFileName()) : named;
    String made = SessionFields.value(fields, LabelFields.CLASS).orElse(name);
    return new ImportedSession(
        name,
        SessionFields.value(fields, "scenario").orElse(made),
        "The capture " + capture.getFileName() + " with labels from " + table.getFileName() + ".",
        SessionFields.value(fields, "cluster").orElse("csv/" + name),
        SessionFields.pair(fields, first.place()));
  }

  private static List<Optional<String>> tie(FlowLine line) {
    return SessionFields.NAMES.stream().map(line.row()::value).toList();
  }
}

package org.dreyfus.recorder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dreyfus.corpus.Census;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.FlowLabel;
import org.dreyfus.corpus.Label;
import org.dreyfus.corpus.Pair;
import org.dreyfus.corpus.Role;
import org.dreyfus.corpus.Session;
import org.dreyfus.recorder.probe.NullProbe;

/** Writes what a reader must know of a corpus beside it: {@code README.md}. */
final class Datasheet {

  private static final String TEMPLATE = "datasheet.md";
  private static final int PROBE_DRAWS = 9_999;

  private final Corpus corpus;

  private Datasheet(Corpus corpus) {
    this.corpus = corpus;
  }

  /**
   * @param failures sessions that could not be recorded, with the reason
   */
  static void write(Corpus corpus, long seed, List<String> failures) throws IOException {
    Files.writeString(
        corpus.folder().resolve("README.md"), new Datasheet(corpus).text(seed, failures));
  }

  private String text(long seed, List<String> failures) throws IOException {
    List<Session> sessions = corpus.sessions();
    Set<String> clusters = sessions.stream().map(Session::cluster).collect(Collectors.toSet());
    long pairs = sessions.stream().flatMap(s -> s.pair().stream()).distinct().count();
    Map<String, String> values =
        Map.ofEntries(
            Map.entry("id", corpus.manifest().id()),
            Map.entry("description", corpus.manifest().description()),
            Map.entry("riskRule", corpus.manifest().riskRule()),
            Map.entry("seed", Long.toString(seed)),
            Map.entry("sessions", Integer.toString(sessions.size())),
            Map.entry("clusters", Integer.toString(clusters.size())),
            Map.entry("pairs", Long.toString(pairs)),
            Map.entry("census", census()),
            Map.entry("probe", probe()),
            Map.entry("scenarios", scenarios()),
            Map.entry("programs", programs()),
            Map.entry("failures", failures(failures)));
    String text = template();
    for (Map.Entry<String, String> value : values.entrySet()) {
      text = text.replace("${" + value.getKey() + "}", value.getValue());
    }
    return text;
  }

  private String probe() throws IOException {
    StringBuilder text = new StringBuilder();
    for (Pair.Type type : Pair.Type.values()) {
      String sentence = NullProbe.run(corpus, type, PROBE_DRAWS).sentence();
      text.append("Type %s: %s ".formatted(type, sentence));
    }
    return text.toString().strip();
  }

  private String census() throws IOException {
    Census census = Census.of(corpus);
    StringBuilder text =
        new StringBuilder("| axis | value | sessions | clusters |\n|---|---|---|---|\n");
    for (Census.Share share : census.axes()) {
      if (!share.axis().equals("protocol")) {
        text.append(
            "| %s | %s | %d | %d |\n"
                .formatted(share.axis(), share.value(), share.sessions(), share.clusters()));
      }
    }
    text.append("\n| pairs of type | protection | pairs | clusters |\n|---|---|---|---|\n");
    for (Census.Pairs row : census.pairs()) {
      text.append(
          "| %s | %s | %d | %d |\n"
              .formatted(row.type(), row.protection(), row.pairs(), row.clusters()));
    }
    return text.toString().strip();
  }

  private String scenarios() throws IOException {
    Map<String, Row> rows = new TreeMap<>();
    for (Session session : corpus.sessions()) {
      Row row = rows.computeIfAbsent(session.scenario(), id -> new Row(session));
      row.sessions++;
      row.confirmed += session.checks().labelsConfirmed() ? 1 : 0;
      for (FlowLabel flow : corpus.flows(session)) {
        row.flows++;
        if (flow.label().role() == Role.CONTENT) {
          row.content.add(route(flow.label()));
        }
      }
    }
    return rows.entrySet().stream()
        .map(entry -> entry.getValue().line(entry.getKey()))
        .collect(Collectors.joining("\n"));
  }

  private static String route(Label label) {
    return label.protocol()
        + label.carries().map(inner -> " carrying " + inner).orElse("")
        + ", "
        + label.protection();
  }

  private String programs() {
    return corpus.sessions().stream()
        .flatMap(session -> session.programs().stream())
        .map(program -> program.name() + " " + program.version())
        .distinct()
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static String failures(List<String> failures) {
    return failures.isEmpty()
        ? "None: every planned session was recorded."
        : failures.stream()
            .map(failure -> "- " + failure.replaceAll("\\s*\\R\\s*", " "))
            .collect(Collectors.joining("\n"));
  }

  private static String template() throws IOException {
    try (InputStream in = Datasheet.class.getResourceAsStream(TEMPLATE)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + TEMPLATE + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** One line of the table of scenarios. */
  private static final class Row {
    private final Session example;
    private final Set<String> content = new TreeSet<>();
    private int sessions;
    private int confirmed;
    private int flows;

    Row(Session example) {
      this.example = example;
    }

    String line(String scenario) {
      return "| %s | %s | %s | %s | %d | %d | %d of %d |"
          .formatted(
              scenario,
              example.cluster(),
              content.isEmpty() ? "none" : String.join("; ", content),
              example.pair().isPresent() ? "pair" : "single",
              sessions,
              flows,
              confirmed,
              sessions);
    }
  }
}

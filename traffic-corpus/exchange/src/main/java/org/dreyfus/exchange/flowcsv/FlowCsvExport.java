package org.dreyfus.exchange.flowcsv;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dreyfus.capture.CaptureSource;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.FlowLabel;
import org.dreyfus.corpus.Session;
import org.dreyfus.exchange.ExchangeException;
import org.dreyfus.exchange.NewFile;
import org.dreyfus.exchange.flows.CaptureFlows;
import org.dreyfus.exchange.flows.FlowFacts;
import org.dreyfus.exchange.labels.LabelFields;
import org.dreyfus.exchange.labels.SessionFields;
import org.dreyfus.exchange.table.CsvLine;

/** Writes the flows of a corpus as a table. */
public final class FlowCsvExport {

  private FlowCsvExport() {}

  /**
   * Writes a new file.
   *
   * @return flows written
   * @throws IOException when the file exists, or labels and captures of the corpus do not agree
   */
  public static long write(Corpus corpus, Path out) throws IOException {
    long flows = 0;
    try (NewFile file = NewFile.at(out)) {
      try (BufferedWriter writer =
          Files.newBufferedWriter(file.unfinished(), StandardCharsets.UTF_8)) {
        writer.write(CsvLine.of(Columns.written()));
        for (Session session : corpus.sessions()) {
          for (String line : lines(corpus, session)) {
            writer.write(line);
            flows++;
          }
        }
      }
      file.commit();
    }
    return flows;
  }

  private static List<String> lines(Corpus corpus, Session session) throws IOException {
    Map<Long, FlowFacts> facts = new HashMap<>();
    CaptureFlows.of(CaptureSource.file(corpus.capture(session)))
        .flows()
        .forEach(flow -> facts.put(flow.number(), flow));
    List<FlowLabel> labels = corpus.flows(session);
    for (FlowLabel label : labels) {
      if (!facts.containsKey(label.flow())) {
        throw new ExchangeException(
            "%s: no flow of session '%s' begins at frame %d; run: dreyfus corpus validate"
                .formatted(corpus.folder(), session.id(), label.flow()));
      }
    }
    return labels.stream()
        .flatMap(
            label ->
                Optional.ofNullable(facts.get(label.flow())).stream()
                    .map(flow -> line(session, label, flow)))
        .toList();
  }

  private static String line(Session session, FlowLabel label, FlowFacts flow) {
    Map<String, String> values = new HashMap<>();
    values.put(Columns.SESSION, session.id());
    values.put(Columns.FLOW, Long.toString(label.flow()));
    values.put(Columns.COMMUNITY_ID, flow.communityId());
    values.put("src_ip", label.srcIp());
    values.put("src_port", Integer.toString(label.srcPort()));
    values.put("dest_ip", label.destIp());
    values.put("dest_port", Integer.toString(label.destPort()));
    values.put("proto", label.proto());
    values.put(Columns.START, Columns.seconds(label.timestampNanos()));
    values.put("end", Columns.seconds(flow.lastTimestampNanos()));
    values.put("packets", Long.toString(flow.record().packets()));
    values.put("bytes", Long.toString(flow.record().bytes()));
    values.putAll(LabelFields.write(label.label()));
    values.putAll(SessionFields.write(session));
    return CsvLine.of(
        Columns.written().stream().map(column -> values.getOrDefault(column, "")).toList());
  }
}

package org.dreyfus.exchange.pcapml;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dreyfus.capture.CaptureReader;
import org.dreyfus.capture.CaptureSource;
import org.dreyfus.capture.Frame;
import org.dreyfus.capture.PcapngWriter;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.Label;
import org.dreyfus.exchange.ExchangeException;
import org.dreyfus.exchange.flows.CaptureFlows;
import org.dreyfus.exchange.flows.FlowFacts;
import org.dreyfus.exchange.intake.FlowLabels;
import org.dreyfus.exchange.intake.ImportOptions;
import org.dreyfus.exchange.intake.ImportedCorpus;
import org.dreyfus.exchange.intake.ImportedSession;
import org.dreyfus.exchange.labels.LabelFields;
import org.dreyfus.exchange.labels.Place;
import org.dreyfus.exchange.labels.SessionFields;

/**
 * Reads pcapML, of either grammar. Packets that name a session come into that session, in the order
 * of their frame numbers; of other files every sample is a session, its packets in the order of
 * time. Captures are written anew without comments.
 */
public final class PcapmlImport {

  private final Path file;
  private final ImportOptions options;
  private final ImportedCorpus corpus;
  private final Map<String, SampledSession> sessions = new LinkedHashMap<>();

  private PcapmlImport(Path file, ImportOptions options, ImportedCorpus corpus) {
    this.file = file;
    this.options = options;
    this.corpus = corpus;
  }

  /**
   * Makes a corpus of a file.
   *
   * @throws IOException when a packet has no comment or one of neither grammar, or a label is none
   */
  public static Corpus read(Path file, ImportOptions options) throws IOException {
    try (ImportedCorpus corpus = ImportedCorpus.begin(options.out())) {
      corpus.register(options.works());
      new PcapmlImport(file, options, corpus).run();
      String name = String.valueOf(file.getFileName());
      return corpus.finish(
          options.about(
              name.replaceFirst("\\.pcap(ng)?$", ""),
              "Imported from the pcapML file " + name + "."));
    }
  }

  private void run() throws IOException {
    try (FrameSpool spool = new FrameSpool(corpus.scratch(".frames"))) {
      collect(spool);
      for (SampledSession session : sessions.values()) {
        add(session, spool);
      }
    }
  }

  private void collect(FrameSpool spool) throws IOException {
    Frame frame = new Frame();
    try (CaptureReader reader = CaptureReader.openWithComments(CaptureSource.file(file))) {
      while (reader.next(frame)) {
        Place place = Place.frame(file, frame.number());
        List<String> comments = reader.comments();
        if (comments.size() != 1) {
          throw place.problem(
              "has %d comments; in pcapML every packet has one".formatted(comments.size()));
        }
        accept(PcapmlComment.parse(comments.get(0), place), place, spool.size());
        spool.add(frame);
      }
      corpus.register(PcapmlWorks.read(reader.sectionComments(), file + ": section comment"));
      if (reader.repairedTimes() > 0) {
        options
            .notices()
            .accept(
                "%s: %d packets had seconds and microseconds where pcapng has one count; repaired"
                    .formatted(file, reader.repairedTimes()));
      }
    }
  }

  private void accept(PcapmlComment comment, Place place, int index) throws ExchangeException {
    Map<String, String> fields = options.completed(comment.facts());
    String name =
        SessionFields.value(fields, PcapmlKeys.SESSION).orElse("sample-" + comment.sample());
    sessions.computeIfAbsent(name, SampledSession::new).add(comment.sample(), fields, place, index);
  }

  private void add(SampledSession session, FrameSpool spool) throws IOException {
    List<SampledSession.Packet> packets = session.ordered(spool);
    Path capture = corpus.scratch(".pcapng");
    try (PcapngWriter writer = PcapngWriter.file(capture, List.of())) {
      for (SampledSession.Packet packet : packets) {
        spool.write(packet.index(), writer, Optional.empty());
      }
    }
    CaptureFlows flows = CaptureFlows.of(CaptureSource.file(capture));
    corpus.add(describe(session), capture, flows, labels(session.labels(packets, flows)));
  }

  private static FlowLabels labels(Map<Long, SampledSession.Named> named) {
    return new FlowLabels() {
      @Override
      public Label of(FlowFacts flow) {
        return known(flow).label();
      }

      @Override
      public Place place(FlowFacts flow) {
        return known(flow).place();
      }

      private SampledSession.Named known(FlowFacts flow) {
        return Optional.ofNullable(named.get(flow.number())).orElseThrow();
      }
    };
  }

  private ImportedSession describe(SampledSession session) throws ExchangeException {
    Map<String, String> fields = session.fields();
    String made =
        SessionFields.value(fields, LabelFields.PROGRAM)
            .or(() -> SessionFields.value(fields, LabelFields.CLASS))
            .orElse("unnamed");
    return new ImportedSession(
        session.name(),
        SessionFields.value(fields, "scenario").orElse(made),
        "Imported from " + file.getFileName() + ": " + session.name() + ".",
        SessionFields.value(fields, "cluster").orElse("pcapml/" + made),
        SessionFields.pair(fields, session.place()));
  }
}

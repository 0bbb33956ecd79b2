package org.dreyfus.exchange.pcapml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dreyfus.capture.CaptureReader;
import org.dreyfus.capture.CaptureSource;
import org.dreyfus.capture.Frame;
import org.dreyfus.capture.PcapngWriter;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.FlowLabel;
import org.dreyfus.corpus.Session;
import org.dreyfus.exchange.ExchangeException;
import org.dreyfus.exchange.NewFile;
import org.dreyfus.exchange.flows.CaptureFlows;
import org.dreyfus.exchange.flows.FlowFacts;
import org.dreyfus.exchange.labels.LabelFields;
import org.dreyfus.exchange.labels.SessionFields;

/** Writes a corpus as one pcapML file, the packets of a sample side by side. */
public final class PcapmlExport {

  private static final String APPLICATION = "application";

  private final Corpus corpus;
  private final PcapngWriter writer;
  private final Path scratch;
  private long samples;

  private PcapmlExport(Corpus corpus, PcapngWriter writer, Path scratch) {
    this.corpus = corpus;
    this.writer = writer;
    this.scratch = scratch;
  }

  /**
   * Writes a new file.
   *
   * @return samples written
   * @throws IOException when the file exists, or labels and captures of the corpus do not agree
   */
  public static long write(Corpus corpus, Path out) throws IOException {
    try (NewFile file = NewFile.at(out)) {
      PcapmlExport export;
      try (PcapngWriter writer =
          PcapngWriter.file(file.unfinished(), PcapmlWorks.comments(corpus.works().values()))) {
        export = new PcapmlExport(corpus, writer, file.beside(".frames"));
        for (Session session : corpus.sessions()) {
          export.write(session);
        }
      }
      file.commit();
      return export.samples;
    }
  }

  private void write(Session session) throws IOException {
    Path capture = corpus.capture(session);
    CaptureFlows flows = CaptureFlows.of(CaptureSource.file(capture));
    Map<Long, FlowLabel> labels = new TreeMap<>();
    corpus.flows(session).forEach(flow -> labels.put(flow.flow(), flow));
    try (FrameSpool spool = new FrameSpool(scratch)) {
      Map<Long, List<Integer>> framesByFlow = sort(capture, flows, spool);
      for (FlowFacts flow : flows.flows()) {
        FlowLabel label =
            Optional.ofNullable(labels.get(flow.number()))
                .orElseThrow(() -> unlabelled(session, flow));
        sample(session, facts(flow, label), flow.number(), flows, framesByFlow, spool);
      }
      sample(session, Map.of(), CaptureFlows.NO_FLOW, flows, framesByFlow, spool);
    }
    Files.deleteIfExists(scratch);
  }

  private ExchangeException unlabelled(Session session, FlowFacts flow) {
    return new ExchangeException(
        "%s: flow %d of session '%s' has no label; run: dreyfus corpus validate"
            .formatted(corpus.folder(), flow.number(), session.id()));
  }

  private static Map<Long, List<Integer>> sort(Path capture, CaptureFlows flows, FrameSpool spool)
      throws IOException {
    Map<Long, List<Integer>> framesByFlow = new TreeMap<>();
    Frame frame = new Frame();
    try (CaptureReader reader = CaptureReader.open(CaptureSource.file(capture))) {
      while (reader.next(frame)) {
        framesByFlow
            .computeIfAbsent(flows.flowOf(frame.number()), flow -> new ArrayList<>())
            .add(spool.size());
        spool.add(frame);
      }
    }
    return framesByFlow;
  }

  private static Map<String, String> facts(FlowFacts flow, FlowLabel label) {
    Map<String, String> facts = new LinkedHashMap<>();
    Map<String, String> fields = LabelFields.write(label.label());
    facts.put(LabelFields.PROGRAM, String.valueOf(fields.remove(APPLICATION)));
    facts.putAll(fields);
    facts.put("community_id", flow.communityId());
    return facts;
  }

  private void sample(
      Session session,
      Map<String, String> label,
      long flow,
      CaptureFlows flows,
      Map<Long, List<Integer>> framesByFlow,
      FrameSpool spool)
      throws IOException {
    List<Integer> frames = framesByFlow.getOrDefault(flow, List.of());
    if (frames.isEmpty()) {
      return;
    }
    Map<String, String> shared = new LinkedHashMap<>(label);
    shared.put(PcapmlKeys.SESSION, session.id());
    shared.put(PcapmlKeys.FLOW, Long.toString(flow));
    shared.putAll(SessionFields.write(session));
    for (int index : frames) {
      long number = index + 1L;
      Map<String, String> facts = new LinkedHashMap<>(shared);
      if (flow != CaptureFlows.NO_FLOW) {
        facts.put(PcapmlKeys.DIRECTION, flows.isBackward(number) ? "backward" : "forward");
      }
      facts.put(PcapmlKeys.FRAME, Long.toString(number));
      String comment = new PcapmlComment(Long.toString(samples), facts).text();
      spool.write(index, writer, Optional.of(comment));
    }
    samples++;
  }
}

package org.dreyfus.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dreyfus.capture.CaptureSource;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.FlowLabel;
import org.dreyfus.corpus.Label;
import org.dreyfus.corpus.Session;
import org.dreyfus.corpus.Work;
import org.dreyfus.exchange.flows.CaptureFlows;
import org.dreyfus.exchange.intake.About;
import org.dreyfus.exchange.intake.ImportedCorpus;
import org.dreyfus.exchange.intake.ImportedSession;

/** The committed corpus, and views of corpora for comparing. */
public final class Corpora {

  public static final Path DEFAULT = Path.of("..", "corpora", "default");

  private Corpora() {}

  /** All labelled flows by session. */
  public static Map<String, List<FlowLabel>> flows(Corpus corpus) throws IOException {
    Map<String, List<FlowLabel>> flows = new TreeMap<>();
    for (Session session : corpus.sessions()) {
      flows.put(session.id(), corpus.flows(session));
    }
    return flows;
  }

  /** A corpus of one session, "first", from a small capture; every flow has the label. */
  public static Corpus small(Path folder, SmallCapture capture, Label label, List<Work> works)
      throws IOException {
    try (ImportedCorpus corpus = ImportedCorpus.begin(folder)) {
      corpus.register(works);
      Path file = capture.write(corpus.scratch(".pcap"));
      corpus.add(
          new ImportedSession("first", "scenario", "A story.", "a/cluster", Optional.empty()),
          file,
          CaptureFlows.of(CaptureSource.file(file)),
          flow -> label);
      return corpus.finish(About.source("small", "For tests."));
    }
  }

  /** What ties each session to others. */
  public static Map<String, List<Object>> ties(Corpus corpus) {
    Map<String, List<Object>> ties = new TreeMap<>();
    for (Session session : corpus.sessions()) {
      ties.put(
          session.id(),
          List.of(
              session.cluster(),
              session.scenario(),
              session.pair(),
              session.startNanos(),
              session.durationNanos()));
    }
    return ties;
  }
}

package org.dreyfus.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.FlowLabel;
import org.dreyfus.corpus.Session;

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

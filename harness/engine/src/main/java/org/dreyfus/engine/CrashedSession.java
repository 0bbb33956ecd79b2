package org.dreyfus.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dreyfus.capture.CaptureSource;
import org.dreyfus.capture.flow.FlowRules;
import org.dreyfus.capture.inspect.FlowRecord;
import org.dreyfus.capture.inspect.FrameRewriter;
import org.dreyfus.capture.inspect.InspectionPass;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.FlowLabel;
import org.dreyfus.corpus.Session;
import org.dreyfus.scoring.Observation;
import org.dreyfus.scoring.Outcome;

/**
 * What stands for a session on which a classifier took the process down that it ran in: every flow
 * was asked about, and none was answered.
 */
public final class CrashedSession {

  private CrashedSession() {}

  /**
   * Reads the session without any classifier.
   *
   * @param cause one line
   * @throws IOException when the session cannot be read
   */
  public static SessionResult.Part part(Corpus corpus, Session session, String cause)
      throws IOException {
    Map<Long, FlowLabel> labels = new HashMap<>();
    corpus.flows(session).forEach(flow -> labels.put(flow.flow(), flow));
    List<FlowRecord> flows = new ArrayList<>();
    new InspectionPass(
            FlowRules.DREYFUS, FrameRewriter.none(), List.of(), (flow, none) -> flows.add(flow))
        .run(CaptureSource.file(corpus.capture(session)));
    List<Observation> observations = new ArrayList<>();
    for (FlowRecord flow : flows) {
      FlowLabel label =
          Optional.ofNullable(labels.get(flow.flow()))
              .orElseThrow(
                  () ->
                      EngineException.badSession(
                          session.id(), "flow " + flow.flow() + " has no label"));
      observations.add(
          Observer.unanswered(session.id(), flow, label.label(), new Outcome.Crashed(cause)));
    }
    observations.sort(Comparator.comparingLong(Observation::flow));
    return new SessionResult.Part(observations, List.of(), List.of(), Optional.empty());
  }
}

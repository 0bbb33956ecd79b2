package org.dreyfus.engine;

import java.util.List;
import java.util.Optional;
import org.dreyfus.scoring.Accusation;
import org.dreyfus.scoring.Conduct;
import org.dreyfus.scoring.FlowRef;
import org.dreyfus.scoring.Observation;

/**
 * What all classifiers did with one session: one part of the journal.
 *
 * @param session id
 * @param byClassifier in the order of the run's subjects
 */
public record SessionResult(String session, List<Part> byClassifier) {

  /**
   * What one classifier did.
   *
   * @param observations one a flow, in the order of first frames
   * @param unstable flows that came out otherwise under another key
   * @param accusations of hosts, as recorded
   * @param conduct of a classifier that ran apart
   */
  public record Part(
      List<Observation> observations,
      List<FlowRef> unstable,
      List<Accusation> accusations,
      Optional<Conduct> conduct) {}
}

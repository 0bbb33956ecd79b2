package org.dreyfus.scoring;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dreyfus.corpus.Session;

/**
 * What was seen of one session.
 *
 * @param session its facts
 * @param observations one a flow, in the order of first frames
 * @param unstable flows whose verdict, protocol or decision point differed under another blinding
 *     key or unblinded, of a device: that were not treated alike in all replays; they bear no
 *     witness
 * @param accusations of hosts, each once
 * @param conduct of a classifier that ran outside the harness; that of one stream of all sessions
 *     is told with the first of them
 */
public record SessionEvidence(
    Session session,
    List<Observation> observations,
    Set<FlowRef> unstable,
    List<Accusation> accusations,
    Optional<Conduct> conduct) {

  public SessionEvidence {
    observations = List.copyOf(observations);
    unstable = Set.copyOf(unstable);
    accusations = List.copyOf(accusations);
  }

  /** Whether the classifier named the protocol of a flow. */
  public boolean namesProtocols() {
    return observations.stream().anyMatch(o -> o.verdict() == Observation.VerdictKind.IDENTIFIED);
  }
}

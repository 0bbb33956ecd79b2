package org.dreyfus.scoring;

import java.util.List;
import java.util.Map;
import org.dreyfus.corpus.vocabulary.TrafficClass;
import org.dreyfus.scoring.ceiling.Appearance;
import org.dreyfus.scoring.ceiling.Ceiling;
import org.dreyfus.scoring.ceiling.Vertex;

/**
 * A blocker beside the best that can be done by protocol alone. EVIDENCE, The protocol ceiling.
 *
 * @param pairs panel A: matched pairs only, a diagonal by construction
 * @param mixed panel B: all sessions, the lawful ones by {@code mix}
 * @param mix share of each class of traffic among lawful sessions; readers may set another
 * @param appearances what panel B was computed from
 */
public record ProtocolCeiling(
    Panel pairs, Panel mixed, Map<TrafficClass, Double> mix, List<Appearance> appearances) {

  /**
   * One panel.
   *
   * @param ceiling of boxes that see only protocols
   * @param falsePositives of this blocker in the same weights, 0 to 1
   * @param caught by this blocker, 0 to 1
   */
  public record Panel(Ceiling ceiling, double falsePositives, double caught) {}

  static Ceiling rounded(Ceiling ceiling) {
    return new Ceiling(
        ceiling.vertices().stream()
            .map(
                vertex ->
                    new Vertex(
                        Digits.six(vertex.falsePositives()),
                        Digits.six(vertex.caught()),
                        vertex.blocked()))
            .toList(),
        ceiling.undecided());
  }
}

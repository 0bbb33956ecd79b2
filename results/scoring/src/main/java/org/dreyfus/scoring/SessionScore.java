package org.dreyfus.scoring;

import java.util.List;
import java.util.Optional;
import org.dreyfus.corpus.Role;

/**
 * A session's score: the highest of its CONTENT flows, or of all its flows but attacks when it
 * moves no content.
 *
 * @param lowest it may be, 0 to 1: unscored flows are left out
 * @param highest it may be: 1 when a flow has no score
 */
record SessionScore(double lowest, double highest) {

  static SessionScore of(SessionJudgement session) {
    List<FlowJudgement> flows = flows(session);
    double lowest =
        flows.stream()
            .map(flow -> flow.observation().score())
            .flatMap(Optional::stream)
            .mapToDouble(score -> score)
            .max()
            .orElse(0);
    boolean whole = flows.stream().allMatch(flow -> flow.observation().score().isPresent());
    return new SessionScore(lowest, whole ? lowest : 1);
  }

  private static List<FlowJudgement> flows(SessionJudgement session) {
    List<FlowJudgement> content =
        session.flows().stream().filter(flow -> flow.has(Role.CONTENT)).toList();
    return content.isEmpty()
        ? session.flows().stream().filter(flow -> !flow.has(Role.ATTACK)).toList()
        : content;
  }

  boolean isWhole() {
    return lowest == highest;
  }
}

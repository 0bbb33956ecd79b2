package org.dreyfus.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.Fidelity;
import org.dreyfus.corpus.FlowLabel;
import org.dreyfus.corpus.LegalStatus;
import org.dreyfus.corpus.Role;
import org.dreyfus.corpus.Session;

/**
 * A session and the labels of its flows.
 *
 * @param session facts
 * @param flows in the order of their first frames
 */
record LabelledSession(Session session, List<FlowLabel> flows) {

  /** Learnt from in each session, so that talkative ones do not drown the others. */
  static final int MOST_FLOWS = 8;

  LabelledSession {
    flows = List.copyOf(flows);
  }

  static List<LabelledSession> all(Corpus corpus) throws IOException {
    List<LabelledSession> all = new ArrayList<>();
    for (Session session : corpus.sessions()) {
      all.add(new LabelledSession(session, corpus.flows(session)));
    }
    return all;
  }

  /** The works that it moves. */
  Set<String> works() {
    Set<String> works = new TreeSet<>();
    flows.forEach(flow -> flow.label().work().ifPresent(works::add));
    return works;
  }

  /**
   * Whether it moves unlicensed works: true when all its CONTENT is INFRINGING, false when none is
   * INFRINGING or UNDETERMINED. Empty for mixed sessions, and for those that have only the shape of
   * a network (fidelity C): these are not learnt from.
   */
  Optional<Boolean> infringing() {
    if (session.fidelity().equals(Optional.of(Fidelity.C))) {
      return Optional.empty();
    }
    List<LegalStatus> content =
        flows.stream()
            .filter(flow -> flow.label().role() == Role.CONTENT)
            .map(flow -> flow.label().legalStatus())
            .toList();
    if (content.stream().allMatch(status -> status == LegalStatus.LEGAL)) {
      return Optional.of(false);
    }
    return content.stream().allMatch(status -> status == LegalStatus.INFRINGING)
        ? Optional.of(true)
        : Optional.empty();
  }

  /** First frames of the flows to learn from: CONTENT first, then the earliest; never ATTACK. */
  List<Long> chosen() {
    return flows.stream()
        .filter(flow -> flow.label().role() != Role.ATTACK)
        .sorted(
            Comparator.<FlowLabel, Boolean>comparing(flow -> flow.label().role() != Role.CONTENT)
                .thenComparing(FlowLabel::flow))
        .limit(MOST_FLOWS)
        .map(FlowLabel::flow)
        .toList();
  }
}

package org.dreyfus.scoring;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dreyfus.corpus.Role;

/**
 * Verified witnesses: an effective block (or none where one was promised), the same under three
 * blinding keys, in a session whose labels were confirmed and whose transfer worked with nothing in
 * the way. EVIDENCE, Claims and findings.
 */
final class Witnesses {

  private Witnesses() {}

  /** Flows blocked though nothing of the session may be. */
  static List<Finding.Witness> ofBlocks(SessionJudgement session) {
    if (!session.canTestify()) {
      return List.of();
    }
    return session.flows().stream()
        .filter(f -> !f.has(Role.ATTACK) && f.isBlocked() && session.isStable(f))
        .map(f -> witness(session, f, blocked(f.observation())))
        .toList();
  }

  /** The largest content flow of the session, if it got through though all were to be blocked. */
  static Optional<Finding.Witness> ofPassage(SessionJudgement session) {
    boolean throughout =
        session.canTestify()
            && !session.anyUnanswered()
            && session.flows().stream().allMatch(session::isStable);
    if (!throughout) {
      return Optional.empty();
    }
    return session.flows().stream()
        .filter(f -> f.has(Role.CONTENT))
        .max(
            Comparator.comparingLong(FlowJudgement::contentBytesPassed)
                .thenComparing(FlowJudgement::ref, Comparator.reverseOrder()))
        .map(f -> witness(session, f, passed(f)));
  }

  private static Finding.Witness witness(
      SessionJudgement session, FlowJudgement flow, String what) {
    return new Finding.Witness(flow.ref(), session.session().story(), what);
  }

  private static String blocked(Observation flow) {
    return "%s %s flow blocked at packet %d of %d%s"
        .formatted(
            flow.label().protocol(),
            flow.label().role().name().toLowerCase(Locale.ROOT),
            flow.decidedAtPacket(),
            flow.packets(),
            flow.protocol().map(p -> ", taken for " + p).orElse(""));
  }

  private static String passed(FlowJudgement flow) {
    return "%d of %d content bytes passed over %s"
        .formatted(
            flow.contentBytesPassed(),
            flow.observation().contentBytes(),
            flow.observation().label().protocol());
  }
}

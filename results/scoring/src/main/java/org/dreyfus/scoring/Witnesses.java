package org.dreyfus.scoring;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dreyfus.corpus.Role;
import org.dreyfus.corpus.Session;

/**
 * Verified witnesses: an effective block (or none where one was promised), the same under three
 * blinding keys, in a session whose labels were confirmed and whose transfer worked with nothing in
 * the way. EVIDENCE, Claims and findings.
 */
final class Witnesses {

  private static final int KEYS_NEEDED = 3;

  private final RunEvidence evidence;

  Witnesses(RunEvidence evidence) {
    this.evidence = evidence;
  }

  /** Flows blocked though nothing of these sessions may be. */
  List<Finding.Witness> ofBlocks(Collection<SessionJudgement> sessions) {
    List<Finding.Witness> witnesses = new ArrayList<>();
    for (SessionJudgement session : sessions) {
      if (canTestify(session.session())) {
        session.flows().stream()
            .filter(f -> !f.has(Role.ATTACK) && f.isBlocked() && isStable(f))
            .forEach(f -> witnesses.add(witness(session, f, blocked(f.observation()))));
      }
    }
    return witnesses;
  }

  /** The largest content flow of each session that got through though all were to be blocked. */
  List<Finding.Witness> ofPassage(Collection<SessionJudgement> sessions) {
    List<Finding.Witness> witnesses = new ArrayList<>();
    for (SessionJudgement session : sessions) {
      boolean throughout =
          canTestify(session.session())
              && !session.anyUnanswered()
              && session.flows().stream().allMatch(this::isStable);
      if (throughout) {
        session.flows().stream()
            .filter(f -> f.has(Role.CONTENT))
            .max(
                Comparator.comparingLong(FlowJudgement::contentBytesPassed)
                    .thenComparing(FlowJudgement::ref, Comparator.reverseOrder()))
            .ifPresent(f -> witnesses.add(witness(session, f, passed(f))));
      }
    }
    return witnesses;
  }

  /** Those that a scorecard names: the first of each session, as many as there is room for. */
  static List<Finding.Witness> shown(List<Finding.Witness> found) {
    Map<String, Finding.Witness> firsts = new LinkedHashMap<>();
    found.forEach(witness -> firsts.putIfAbsent(witness.flow().session(), witness));
    return firsts.values().stream().limit(Finding.WITNESSES_SHOWN).toList();
  }

  private boolean canTestify(Session session) {
    return evidence.blindingKeys() >= KEYS_NEEDED
        && session.checks().delivered()
        && session.checks().labelsConfirmed();
  }

  private boolean isStable(FlowJudgement flow) {
    return !evidence.unstable().contains(flow.ref());
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

package org.dreyfus.scoring;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.dreyfus.corpus.Fidelity;
import org.dreyfus.corpus.LegalBasis;
import org.dreyfus.corpus.Protection;
import org.dreyfus.corpus.Role;
import org.dreyfus.corpus.Session;

/** What a blocker did to one session. Everything that is asked for often is found out once. */
final class SessionJudgement {

  private static final int KEYS_NEEDED = 3;

  private final SessionEvidence evidence;
  private final int blindingKeys;
  private final Legality legality;
  private final List<FlowJudgement> flows;
  private final SessionTraits traits;
  private final boolean anyBlocked;
  private final boolean anyUnanswered;
  private final long contentBytes;
  private final long passed;
  private final long passedIfUnansweredBlocks;

  private SessionJudgement(SessionEvidence evidence, Policy policy, int blindingKeys) {
    this.evidence = evidence;
    this.blindingKeys = blindingKeys;
    this.legality = Legality.of(evidence.observations());
    this.flows = evidence.observations().stream().map(o -> FlowJudgement.of(o, policy)).toList();
    this.traits = SessionTraits.of(flows);
    this.anyBlocked = flows.stream().anyMatch(f -> !f.has(Role.ATTACK) && f.isBlocked());
    this.anyUnanswered = flows.stream().anyMatch(f -> !f.has(Role.ATTACK) && f.isUnanswered());
    long content = 0;
    long through = 0;
    long unanswered = 0;
    for (FlowJudgement flow : flows) {
      if (flow.has(Role.CONTENT)) {
        content += flow.observation().contentBytes();
        through += flow.contentBytesPassed();
        unanswered += flow.isUnanswered() ? flow.contentBytesPassed() : 0;
      }
    }
    this.contentBytes = content;
    this.passed = through;
    this.passedIfUnansweredBlocks = through - unanswered;
  }

  /**
   * @param blindingKeys that were compared in the run
   */
  static SessionJudgement of(SessionEvidence evidence, Policy policy, int blindingKeys) {
    return new SessionJudgement(evidence, policy, blindingKeys);
  }

  Session session() {
    return evidence.session();
  }

  List<Accusation> accusations() {
    return evidence.accusations();
  }

  Optional<Conduct> conduct() {
    return evidence.conduct();
  }

  /** Whether labels are confirmed, the transfer worked, and enough keys were compared. */
  boolean canTestify() {
    return blindingKeys >= KEYS_NEEDED
        && session().checks().delivered()
        && session().checks().labelsConfirmed();
  }

  /** Whether a flow came out the same under all keys. */
  boolean isStable(FlowJudgement flow) {
    return !evidence.unstable().contains(flow.ref());
  }

  int unstableFlows() {
    return evidence.unstable().size();
  }

  long lateFlows() {
    return flows.stream().filter(FlowJudgement::isLate).count();
  }

  Legality legality() {
    return legality;
  }

  List<FlowJudgement> flows() {
    return flows;
  }

  /** What its content is like. */
  SessionTraits traits() {
    return traits;
  }

  /** Whether this counts in headline rates: shapes without a protocol do not. */
  boolean inHeadline() {
    return !session().fidelity().equals(Optional.of(Fidelity.C));
  }

  /** A false positive when the session is legal. Attack flows are neither error. */
  boolean anyBlocked() {
    return anyBlocked;
  }

  boolean anyUnanswered() {
    return anyUnanswered;
  }

  boolean has(Role role, Predicate<FlowJudgement> test) {
    return flows.stream().anyMatch(f -> f.has(role) && test.test(f));
  }

  long contentBytes() {
    return contentBytes;
  }

  long contentBytesPassed(boolean unansweredBlocks) {
    return unansweredBlocks ? passedIfUnansweredBlocks : passed;
  }

  /** EVIDENCE, Pairs: at least half of the content bytes blocked, for either member. */
  boolean halfBlocked() {
    return contentBytes > 0 && (contentBytes - passed) * 2 >= contentBytes;
  }

  Set<String> protocols() {
    return traits.protocols();
  }

  /** Visible protocols and what tunnels carry. */
  Set<String> networks() {
    return traits.networks();
  }

  Set<Protection> protections() {
    return traits.protections();
  }

  Set<LegalBasis> bases() {
    return traits.bases();
  }

  /** Fair use and decoys: law that can be argued about. */
  boolean contestable() {
    return bases().contains(LegalBasis.FAIR_USE) || bases().contains(LegalBasis.DECOY);
  }
}

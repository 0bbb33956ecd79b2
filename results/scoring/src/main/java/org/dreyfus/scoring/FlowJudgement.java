package org.dreyfus.scoring;

import java.util.Optional;
import org.dreyfus.corpus.Role;

/**
 * What a blocker did to one flow.
 *
 * @param observation what was seen
 * @param effect what came of it
 */
record FlowJudgement(Observation observation, Effect effect) {

  /** EVIDENCE: effective block, late flag, unanswered. */
  enum Effect {
    /** It held back payload. */
    BLOCKED,
    /** The block came after the flow's last payload packet: neither error. */
    LATE,
    PASSED,
    /** The classifier gave no answer. */
    UNANSWERED
  }

  static FlowJudgement of(Observation observation, Policy policy) {
    return new FlowJudgement(observation, effect(observation, policy));
  }

  private static Effect effect(Observation observation, Policy policy) {
    if (!(observation.outcome() instanceof Outcome.Answered)) {
      return Effect.UNANSWERED;
    } else if (!policy.blocks(observation)) {
      return Effect.PASSED;
    }
    return inTime(observation) ? Effect.BLOCKED : Effect.LATE;
  }

  private static boolean inTime(Observation observation) {
    return observation.decidedAtPacket() > 0
        && observation.decidedAtPacket() <= observation.lastPayloadPacket();
  }

  /** What the classifier called the flow while there was still something to hold back. */
  Optional<String> nameInTime() {
    return observation.outcome() instanceof Outcome.Answered && inTime(observation)
        ? observation.protocol()
        : Optional.empty();
  }

  boolean has(Role role) {
    return observation.label().role() == role;
  }

  boolean isBlocked() {
    return effect == Effect.BLOCKED;
  }

  boolean isLate() {
    return effect == Effect.LATE;
  }

  boolean isUnanswered() {
    return effect == Effect.UNANSWERED;
  }

  /** Bytes of the work that got through. An unanswered flow passes. */
  long contentBytesPassed() {
    return isBlocked() ? observation.contentBytesBeforeBlock() : observation.contentBytes();
  }

  FlowRef ref() {
    return new FlowRef(observation.session(), observation.flow());
  }
}

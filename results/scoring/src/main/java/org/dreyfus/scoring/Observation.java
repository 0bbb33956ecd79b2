package org.dreyfus.scoring;

import java.util.Optional;
import org.dreyfus.corpus.Label;

/**
 * One flow, its label, and what one classifier did with it: a line of {@code observations.jsonl}.
 *
 * @param session id of the session
 * @param flow number of the flow's first frame in the session's capture, from 1
 * @param label what the flow is
 * @param packets of the flow, both directions
 * @param bytes of the flow's IP packets, both directions
 * @param lastPayloadPacket number within the flow, from 1, of the last packet with payload; 0 when
 *     there is none
 * @param contentBytes transport payload of a CONTENT flow, both directions; 0 for other roles
 * @param contentBytesBeforeBlock of these, what had passed before the deciding packet; equals
 *     {@code contentBytes} when nothing was decided
 * @param outcome what the harness saw
 * @param verdict what the classifier said last
 * @param protocol what it took the flow for, when it said so
 * @param decidedAtPacket number within the flow, from 1, of the packet under inspection when the
 *     verdict became final; {@code packets + 1} when that was at the end of the flow; 0 when it
 *     never did
 * @param action what the verdict by itself does to the flow, before any policy
 * @param score how strongly the flow looked like something to block, 0 to 1, with six significant
 *     digits; absent when the classifier gives none
 */
public record Observation(
    String session,
    long flow,
    Label label,
    long packets,
    long bytes,
    long lastPayloadPacket,
    long contentBytes,
    long contentBytesBeforeBlock,
    Outcome outcome,
    VerdictKind verdict,
    Optional<String> protocol,
    long decidedAtPacket,
    Action action,
    Optional<Double> score) {

  public Observation {
    score = score.map(Observation::checked);
  }

  private static double checked(double score) {
    if (score >= 0 && score <= 1) {
      return Digits.six(score);
    }
    throw new IllegalArgumentException("score " + score + " is not from 0 to 1");
  }

  /** An observation of a classifier that gives no score. */
  public Observation(
      String session,
      long flow,
      Label label,
      long packets,
      long bytes,
      long lastPayloadPacket,
      long contentBytes,
      long contentBytesBeforeBlock,
      Outcome outcome,
      VerdictKind verdict,
      Optional<String> protocol,
      long decidedAtPacket,
      Action action) {
    this(
        session,
        flow,
        label,
        packets,
        bytes,
        lastPayloadPacket,
        contentBytes,
        contentBytesBeforeBlock,
        outcome,
        verdict,
        protocol,
        decidedAtPacket,
        action,
        Optional.empty());
  }

  /**
   * Whether the classifier said and did the same of both. Scores are left out: they decide nothing.
   */
  public boolean sameAnswer(Observation other) {
    return withoutScore().equals(other.withoutScore());
  }

  /** Whether the classifier said the same of both, at whatever point. */
  public boolean sameVerdict(Observation other) {
    return outcome.equals(other.outcome)
        && verdict == other.verdict
        && protocol.equals(other.protocol)
        && action == other.action;
  }

  private Observation withoutScore() {
    return new Observation(
        session,
        flow,
        label,
        packets,
        bytes,
        lastPayloadPacket,
        contentBytes,
        contentBytesBeforeBlock,
        outcome,
        verdict,
        protocol,
        decidedAtPacket,
        action);
  }

  /** What a classifier said, without its details. */
  public enum VerdictKind {
    BLOCK,
    ALLOW,
    IDENTIFIED,
    UNDECIDED
  }

  /** What happens to a flow. */
  public enum Action {
    BLOCK,
    PASS
  }
}

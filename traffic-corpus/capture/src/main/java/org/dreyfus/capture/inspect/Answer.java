package org.dreyfus.capture.inspect;

import java.util.Optional;
import java.util.OptionalDouble;
import org.dreyfus.classifier.Verdict;

/**
 * What one classifier said of one flow.
 *
 * @param verdict its last word; an identification that stands at the end of the flow is settled
 * @param decidedAtPacket position within the flow, from 1, of the packet under inspection when the
 *     verdict became final; one more than the flow's packets when that was at its end; 0 when it
 *     never did
 * @param payloadBytesBeforeDecision transport payload of the packets before that one: what an
 *     inline box had let through. All of the flow's when {@code decidedAtPacket} is none of its
 *     packets
 * @param crash why the classifier gave no answer, one line; absent when it answered, or had decided
 *     before it crashed
 * @param score how strongly the flow looked like something to block, 0 to 1; empty when the
 *     classifier gives none, or gave no answer
 */
public record Answer(
    Verdict verdict,
    long decidedAtPacket,
    long payloadBytesBeforeDecision,
    Optional<String> crash,
    OptionalDouble score) {

  /** An answer without a score. */
  public Answer(
      Verdict verdict,
      long decidedAtPacket,
      long payloadBytesBeforeDecision,
      Optional<String> crash) {
    this(verdict, decidedAtPacket, payloadBytesBeforeDecision, crash, OptionalDouble.empty());
  }
}

package org.dreyfus.capture.inspect;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.dreyfus.classifier.Verdict;

/** What one classifier said of, and keeps with, each live flow, by slot. */
final class FlowAnswers {

  private static final int INITIAL_SLOTS = 64;
  private static final double NO_SCORE = -1;
  private static final Object NO_ATTACHMENT = new Object();

  private Verdict[] verdicts = new Verdict[0];
  private Object[] attachments = new Object[0];
  private long[] decidedAtPacket = new long[0];
  private long[] payloadBytesBefore = new long[0];
  private double[] scores = new double[0];

  /** A new flow has the slot. */
  void open(int slot) {
    if (slot >= verdicts.length) {
      grow(Math.max(INITIAL_SLOTS, 2 * slot));
    }
    verdicts[slot] = Verdict.undecided();
    attachments[slot] = NO_ATTACHMENT;
    decidedAtPacket[slot] = 0;
    scores[slot] = NO_SCORE;
  }

  /** A flow whose verdict was given elsewhere has the slot. */
  void adopt(int slot, FlowAnswers other, int slotThere) {
    open(slot);
    verdicts[slot] = other.verdicts[slotThere];
    decidedAtPacket[slot] = other.decidedAtPacket[slotThere];
    payloadBytesBefore[slot] = other.payloadBytesBefore[slotThere];
  }

  private void grow(int slots) {
    verdicts = Arrays.copyOf(verdicts, slots);
    attachments = Arrays.copyOf(attachments, slots);
    decidedAtPacket = Arrays.copyOf(decidedAtPacket, slots);
    payloadBytesBefore = Arrays.copyOf(payloadBytesBefore, slots);
    scores = Arrays.copyOf(scores, slots);
  }

  Verdict verdict(int slot) {
    return verdicts[slot];
  }

  boolean isDecided(int slot) {
    return decidedAtPacket[slot] != 0;
  }

  /** See {@link Answer#decidedAtPacket}. */
  long decidedAtPacket(int slot) {
    return decidedAtPacket[slot];
  }

  /**
   * Notes a verdict on an undecided flow.
   *
   * @return whether it is final
   */
  boolean note(int slot, Verdict verdict, long packet, long payloadBytesBeforePacket) {
    if (verdict == verdicts[slot]) {
      return false;
    }
    verdicts[slot] = verdict;
    if (!verdict.isFinal()) {
      return false;
    }
    decidedAtPacket[slot] = packet;
    payloadBytesBefore[slot] = payloadBytesBeforePacket;
    return true;
  }

  /** Notes a score, 0 to 1. */
  void noteScore(int slot, double score) {
    scores[slot] = score;
  }

  @SuppressWarnings("unchecked")
  <T> T attachment(int slot, Supplier<? extends T> initial) {
    if (attachments[slot] == NO_ATTACHMENT) {
      attachments[slot] = Objects.requireNonNull(initial.get(), "attachment");
    }
    return (T) attachments[slot];
  }

  Answer answer(int slot, long payloadBytes, Optional<String> crash) {
    return isDecided(slot)
        ? new Answer(
            verdicts[slot],
            decidedAtPacket[slot],
            payloadBytesBefore[slot],
            Optional.empty(),
            score(slot))
        : new Answer(
            verdicts[slot],
            0,
            payloadBytes,
            crash,
            crash.isPresent() ? OptionalDouble.empty() : score(slot));
  }

  private OptionalDouble score(int slot) {
    return scores[slot] == NO_SCORE ? OptionalDouble.empty() : OptionalDouble.of(scores[slot]);
  }
}

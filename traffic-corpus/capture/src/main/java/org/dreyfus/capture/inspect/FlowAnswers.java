package org.dreyfus.capture.inspect;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.dreyfus.classifier.Verdict;

/** What one classifier said of, and keeps with, each live flow, by slot. */
final class FlowAnswers {

  private static final int INITIAL_SLOTS = 64;
  private static final Object NO_ATTACHMENT = new Object();

  private Verdict[] verdicts = new Verdict[0];
  private Object[] attachments = new Object[0];
  private long[] decidedAtPacket = new long[0];
  private long[] payloadBytesBefore = new long[0];

  /** A new flow has the slot. */
  void open(int slot) {
    if (slot >= verdicts.length) {
      grow(Math.max(INITIAL_SLOTS, 2 * slot));
    }
    verdicts[slot] = Verdict.undecided();
    attachments[slot] = NO_ATTACHMENT;
    decidedAtPacket[slot] = 0;
  }

  private void grow(int slots) {
    verdicts = Arrays.copyOf(verdicts, slots);
    attachments = Arrays.copyOf(attachments, slots);
    decidedAtPacket = Arrays.copyOf(decidedAtPacket, slots);
    payloadBytesBefore = Arrays.copyOf(payloadBytesBefore, slots);
  }

  Verdict verdict(int slot) {
    return verdicts[slot];
  }

  boolean isDecided(int slot) {
    return decidedAtPacket[slot] != 0;
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
            verdicts[slot], decidedAtPacket[slot], payloadBytesBefore[slot], Optional.empty())
        : new Answer(verdicts[slot], 0, payloadBytes, crash);
  }
}

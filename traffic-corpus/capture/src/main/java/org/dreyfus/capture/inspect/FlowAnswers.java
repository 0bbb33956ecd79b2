package org.dreyfus.capture.inspect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.dreyfus.classifier.Verdict;

/**
 * What one classifier said of, and keeps with, each live flow, by slot: 20 bytes a flow, 8 more
 * when the classifier gives scores and 4 more when it attaches objects.
 */
final class FlowAnswers {

  private static final int PAGE_BITS = 8;
  private static final int PAGE_FLOWS = 1 << PAGE_BITS;
  private static final int PAGE_MASK = PAGE_FLOWS - 1;
  private static final double NO_SCORE = -1;
  private static final Object NO_ATTACHMENT = new Object();

  /** Pages never move, so that nothing is copied while there are more and more flows. */
  private final List<Page> pages = new ArrayList<>();

  /** A new flow has the slot. */
  void open(int slot) {
    while (slot >>> PAGE_BITS >= pages.size()) {
      pages.add(new Page());
    }
    page(slot).open(slot & PAGE_MASK);
  }

  /** A flow whose verdict was given elsewhere has the slot. */
  void adopt(int slot, FlowAnswers other, int slotThere) {
    open(slot);
    page(slot).verdicts[slot & PAGE_MASK] = other.verdict(slotThere);
    page(slot).decidedAtPacket[slot & PAGE_MASK] = other.decidedAtPacket(slotThere);
    page(slot).payloadBytesBefore[slot & PAGE_MASK] =
        other.page(slotThere).payloadBytesBefore[slotThere & PAGE_MASK];
  }

  private Page page(int slot) {
    return pages.get(slot >>> PAGE_BITS);
  }

  Verdict verdict(int slot) {
    return page(slot).verdicts[slot & PAGE_MASK];
  }

  boolean isDecided(int slot) {
    return decidedAtPacket(slot) != 0;
  }

  /** See {@link Answer#decidedAtPacket}. */
  long decidedAtPacket(int slot) {
    return page(slot).decidedAtPacket[slot & PAGE_MASK];
  }

  /**
   * Notes a verdict on an undecided flow.
   *
   * @return whether it is final
   */
  boolean note(int slot, Verdict verdict, long packet, long payloadBytesBeforePacket) {
    Page page = page(slot);
    int at = slot & PAGE_MASK;
    if (verdict == page.verdicts[at]) {
      return false;
    }
    page.verdicts[at] = verdict;
    if (!verdict.isFinal()) {
      return false;
    }
    page.decidedAtPacket[at] = packet;
    page.payloadBytesBefore[at] = payloadBytesBeforePacket;
    return true;
  }

  /** Notes a score, 0 to 1. */
  void noteScore(int slot, double score) {
    page(slot).scores()[slot & PAGE_MASK] = score;
  }

  @SuppressWarnings("unchecked")
  <T> T attachment(int slot, Supplier<? extends T> initial) {
    Object[] attachments = page(slot).attachments();
    int at = slot & PAGE_MASK;
    if (attachments[at] == NO_ATTACHMENT) {
      attachments[at] = Objects.requireNonNull(initial.get(), "attachment");
    }
    return (T) attachments[at];
  }

  Answer answer(int slot, long payloadBytes, Optional<String> crash) {
    return isDecided(slot)
        ? new Answer(
            verdict(slot),
            decidedAtPacket(slot),
            page(slot).payloadBytesBefore[slot & PAGE_MASK],
            Optional.empty(),
            score(slot))
        : new Answer(
            verdict(slot),
            0,
            payloadBytes,
            crash,
            crash.isPresent() ? OptionalDouble.empty() : score(slot));
  }

  private OptionalDouble score(int slot) {
    double[] scores = page(slot).scores;
    int at = slot & PAGE_MASK;
    return scores.length == 0 || scores[at] == NO_SCORE
        ? OptionalDouble.empty()
        : OptionalDouble.of(scores[at]);
  }

  /** A run of slots. What few classifiers use is made when one first does. */
  private static final class Page {

    private static final double[] NO_SCORES = {};
    private static final Object[] NO_ATTACHMENTS = {};

    private final Verdict[] verdicts = new Verdict[PAGE_FLOWS];
    private final long[] decidedAtPacket = new long[PAGE_FLOWS];
    private final long[] payloadBytesBefore = new long[PAGE_FLOWS];
    private double[] scores = NO_SCORES;
    private Object[] attachments = NO_ATTACHMENTS;

    void open(int at) {
      verdicts[at] = Verdict.undecided();
      decidedAtPacket[at] = 0;
      if (scores.length > 0) {
        scores[at] = NO_SCORE;
      }
      if (attachments.length > 0) {
        attachments[at] = NO_ATTACHMENT;
      }
    }

    double[] scores() {
      if (scores.length == 0) {
        scores = new double[PAGE_FLOWS];
        Arrays.fill(scores, NO_SCORE);
      }
      return scores;
    }

    Object[] attachments() {
      if (attachments.length == 0) {
        attachments = new Object[PAGE_FLOWS];
        Arrays.fill(attachments, NO_ATTACHMENT);
      }
      return attachments;
    }
  }
}

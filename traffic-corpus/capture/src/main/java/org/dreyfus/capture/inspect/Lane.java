package org.dreyfus.capture.inspect;

import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.dreyfus.capture.flow.FlowTable;
import org.dreyfus.classifier.Classifier;
import org.dreyfus.classifier.Packet;
import org.dreyfus.classifier.Verdict;

/** One classifier's part of a pass. Whatever it throws stays here. */
final class Lane {

  private final Classifier classifier;
  private final FlowTable flows;
  private final FlowAnswers answers = new FlowAnswers();
  private final FlowView view;
  private final Map<InetAddress, String> accusations = new LinkedHashMap<>();
  private Optional<String> crash = Optional.empty();
  private boolean running = true;

  Lane(Classifier classifier, FlowTable flows) {
    this.classifier = classifier;
    this.flows = flows;
    this.view = new FlowView(flows, answers);
  }

  void open(int slot) {
    answers.open(slot);
  }

  /** Takes over a flow on which another classifier has decided. */
  void adopt(int slot, Lane other, int slotThere) {
    answers.adopt(slot, other.answers, slotThere);
  }

  Verdict verdict(int slot) {
    return answers.verdict(slot);
  }

  /** See {@link Answer#decidedAtPacket}. */
  long decidedAtPacket(int slot) {
    return answers.decidedAtPacket(slot);
  }

  /** Whether the classifier is to see the flow's next packet. */
  boolean wants(int slot) {
    return running && !answers.isDecided(slot);
  }

  /**
   * Shows a packet to the classifier.
   *
   * @return whether the flow is decided by it
   */
  boolean inspect(int slot, Packet packet, int payloadBytes) {
    view.turn(slot);
    Verdict verdict;
    try {
      verdict = Objects.requireNonNull(classifier.inspect(view, packet), "inspect gave no verdict");
    } catch (Throwable thrown) {
      crashed(thrown);
      return false;
    }
    return verdict != answers.verdict(slot)
        && answers.note(
            slot, verdict, flows.packets(slot), flows.payloadBytes(slot) - payloadBytes);
  }

  /** The flow has ended. */
  void conclude(int slot) {
    if (!running) {
      return;
    }
    view.turn(slot);
    Verdict last;
    try {
      last = Objects.requireNonNull(classifier.conclude(view), "conclude gave no verdict");
    } catch (Throwable thrown) {
      crashed(thrown);
      return;
    }
    if (!answers.isDecided(slot)) {
      answers.note(slot, settled(last), flows.packets(slot) + 1, flows.payloadBytes(slot));
    }
    score(slot);
  }

  private void score(int slot) {
    try {
      OptionalDouble score = Objects.requireNonNull(classifier.score(view), "score gave nothing");
      if (score.isPresent()) {
        answers.noteScore(slot, checked(score.getAsDouble()));
      }
    } catch (Throwable thrown) {
      crashed(thrown);
    }
  }

  private static double checked(double score) {
    if (score >= 0 && score <= 1) {
      return score;
    }
    throw new IllegalArgumentException("score gave " + score + ", which is not from 0 to 1");
  }

  private static Verdict settled(Verdict last) {
    return last instanceof Verdict.Identified identified && !identified.settled()
        ? new Verdict.Identified(identified.protocol(), true)
        : last;
  }

  /** The capture is over. */
  void finish() {
    if (!running) {
      return;
    }
    try {
      classifier.finish(
          (host, reason) ->
              accusations.putIfAbsent(
                  Objects.requireNonNull(host, "accused host"),
                  Objects.requireNonNull(reason, "reason of an accusation")));
    } catch (Throwable thrown) {
      crashed(thrown);
    }
  }

  private void crashed(Throwable thrown) {
    running = false;
    crash = Optional.of(Crash.describe(thrown));
  }

  Answer answer(int slot) {
    return answers.answer(slot, flows.payloadBytes(slot), crash);
  }

  /** See {@link Answer#crash}. */
  Optional<String> crashOf(int slot) {
    return answers.isDecided(slot) ? Optional.empty() : crash;
  }

  /** What a given answer is worth now: a crash takes back those that were not final. */
  Answer afterCrash(Answer answer) {
    boolean takenBack = crash.isPresent() && answer.decidedAtPacket() == 0;
    return takenBack
        ? new Answer(answer.verdict(), 0, answer.payloadBytesBeforeDecision(), crash)
        : answer;
  }

  Optional<String> crash() {
    return crash;
  }

  Map<InetAddress, String> accusations() {
    return accusations;
  }
}

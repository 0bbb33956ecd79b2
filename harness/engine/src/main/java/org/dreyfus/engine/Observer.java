package org.dreyfus.engine;

import java.util.Optional;
import java.util.OptionalDouble;
import org.dreyfus.capture.inspect.Answer;
import org.dreyfus.capture.inspect.FlowRecord;
import org.dreyfus.classifier.Verdict;
import org.dreyfus.corpus.Label;
import org.dreyfus.corpus.Role;
import org.dreyfus.external.Failure;
import org.dreyfus.external.StreamAnswer;
import org.dreyfus.external.StreamAnswers;
import org.dreyfus.scoring.Observation;
import org.dreyfus.scoring.Observation.Action;
import org.dreyfus.scoring.Observation.VerdictKind;
import org.dreyfus.scoring.Outcome;

/** Joins an answer with a label. */
final class Observer {

  private Observer() {}

  static Observation answered(String session, FlowRecord flow, Label label, Answer answer) {
    Outcome outcome =
        answer.crash().<Outcome>map(Outcome.Crashed::new).orElseGet(Outcome.Answered::new);
    return observation(
        session,
        flow,
        label,
        outcome,
        new StreamAnswer(
            answer.verdict(),
            answer.decidedAtPacket(),
            answer.payloadBytesBeforeDecision(),
            answer.score()));
  }

  /**
   * What a classifier said that ran apart; it may have spoken of other flows only.
   *
   * @param seenAs number of the flow's first frame, as the classifier saw it
   */
  static Observation streamed(
      String session, FlowRecord flow, long seenAs, Label label, StreamAnswers answers) {
    StreamAnswer said =
        Optional.ofNullable(answers.byFlow().get(seenAs)).orElseGet(() -> nothing(flow));
    boolean open = said.decidedAtPacket() == 0;
    Outcome outcome =
        answers
            .failure()
            .filter(failure -> open)
            .map(Observer::outcome)
            .orElseGet(Outcome.Answered::new);
    return observation(session, flow, label, outcome, said);
  }

  private static Outcome outcome(Failure failure) {
    return failure instanceof Failure.Crashed crashed
        ? new Outcome.Crashed(crashed.cause())
        : new Outcome.TimedOut();
  }

  static Observation timedOut(String session, FlowRecord flow, Label label) {
    return unanswered(session, flow, label, new Outcome.TimedOut());
  }

  static Observation unanswered(String session, FlowRecord flow, Label label, Outcome outcome) {
    return observation(session, flow, label, outcome, nothing(flow));
  }

  private static StreamAnswer nothing(FlowRecord flow) {
    return new StreamAnswer(Verdict.undecided(), 0, flow.payloadBytes(), OptionalDouble.empty());
  }

  private static Observation observation(
      String session, FlowRecord flow, Label label, Outcome outcome, StreamAnswer said) {
    long contentBytes = contentBytes(flow, label);
    return new Observation(
        session,
        flow.flow(),
        label,
        flow.packets(),
        flow.bytes(),
        flow.lastPayloadPacket(),
        contentBytes,
        Math.min(contentBytes, said.payloadBytesBeforeDecision()),
        outcome,
        kind(said.verdict()),
        protocol(said.verdict()),
        said.decidedAtPacket(),
        said.verdict() instanceof Verdict.Blocked ? Action.BLOCK : Action.PASS,
        said.score().isPresent() ? Optional.of(said.score().getAsDouble()) : Optional.empty());
  }

  private static long contentBytes(FlowRecord flow, Label label) {
    return label.role() == Role.CONTENT ? flow.payloadBytes() : 0;
  }

  private static VerdictKind kind(Verdict verdict) {
    if (verdict instanceof Verdict.Blocked) {
      return VerdictKind.BLOCK;
    } else if (verdict instanceof Verdict.Allowed) {
      return VerdictKind.ALLOW;
    } else if (verdict instanceof Verdict.Identified) {
      return VerdictKind.IDENTIFIED;
    }
    return VerdictKind.UNDECIDED;
  }

  private static Optional<String> protocol(Verdict verdict) {
    if (verdict instanceof Verdict.Blocked blocked) {
      return Optional.of(blocked.protocol());
    } else if (verdict instanceof Verdict.Allowed allowed) {
      return Optional.of(allowed.protocol());
    } else if (verdict instanceof Verdict.Identified identified) {
      return Optional.of(identified.protocol());
    }
    return Optional.empty();
  }
}

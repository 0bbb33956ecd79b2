package org.dreyfus.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.dreyfus.capture.CaptureSource;
import org.dreyfus.capture.inspect.FlowRecord;
import org.dreyfus.capture.inspect.FrameRewriter;
import org.dreyfus.classifier.Classifier;
import org.dreyfus.classifier.ClassifierDescriptor.Feed;
import org.dreyfus.classifier.Configuration;
import org.dreyfus.classifier.RightsFeed;
import org.dreyfus.corpus.FlowLabel;
import org.dreyfus.corpus.Label;
import org.dreyfus.corpus.Session;
import org.dreyfus.external.LaunchException;
import org.dreyfus.external.StreamAnswers;
import org.dreyfus.external.container.EngineFailedException;
import org.dreyfus.scoring.Accusation;
import org.dreyfus.scoring.FlowRef;
import org.dreyfus.scoring.Observation;

/** Runs one session under all keys, and joins labels to what came out. */
final class SessionEvaluator {

  private final Evaluation evaluation;
  private final List<Blinding> passes;
  private final Optional<RightsFeed> rightsFeed;
  private final SessionPass pass;

  /**
   * @param passes the first is reported, the others are compared with it
   * @param rightsFeed for those subjects that are given it
   */
  SessionEvaluator(
      Evaluation evaluation,
      List<Blinding> passes,
      Optional<RightsFeed> rightsFeed,
      Watchdog watchdog) {
    this.evaluation = evaluation;
    this.passes = passes;
    this.rightsFeed = rightsFeed;
    this.pass = new SessionPass(watchdog, evaluation.timeLimit());
  }

  SessionResult evaluate(Session session) throws IOException {
    Map<Long, Label> labels = new HashMap<>();
    List<FlowLabel> flows = evaluation.corpus().flows(session);
    for (FlowLabel flow : flows) {
      labels.put(flow.flow(), flow.label());
    }
    List<SessionAnswers> answers = new ArrayList<>();
    for (Blinding blinding : passes) {
      SessionAnswers given = run(session, blinding);
      checkFlows(session, given, labels.keySet());
      answers.add(given);
    }
    List<SessionResult.Part> parts = new ArrayList<>();
    for (int i = 0; i < evaluation.subjects().size(); i++) {
      parts.add(part(session, i, answers, labels, new Deeds(session, flows)));
    }
    return new SessionResult(session.id(), parts);
  }

  private SessionAnswers run(Session session, Blinding blinding) throws IOException {
    CaptureSource capture = CaptureSource.file(evaluation.corpus().capture(session));
    BlindedSupply supply = new BlindedSupply(session, blinding);
    return pass.run(capture, supply).with(apart(capture, supply));
  }

  private Map<Integer, StreamAnswers> apart(CaptureSource capture, BlindedSupply supply)
      throws IOException {
    Map<Integer, StreamAnswers> answers = new HashMap<>();
    for (int i = 0; i < evaluation.subjects().size(); i++) {
      Subject subject = evaluation.subjects().get(i);
      if (subject.execution() instanceof Execution.Apart apart) {
        answers.put(i, converse(subject, apart, capture, supply));
      }
    }
    return answers;
  }

  private static StreamAnswers converse(
      Subject subject, Execution.Apart apart, CaptureSource capture, BlindedSupply supply)
      throws IOException {
    try {
      return apart.plugin().classify(capture, supply.rewriter(), supply.configuration(subject));
    } catch (LaunchException | EngineFailedException e) {
      throw EngineException.pluginCannotStart(subject.id(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("the run was interrupted");
    }
  }

  private static void checkFlows(Session session, SessionAnswers answers, Set<Long> labelled) {
    answers
        .summary()
        .damage()
        .ifPresent(
            damage -> {
              throw EngineException.badSession(session.id(), damage.message());
            });
    for (FlowRecord flow : answers.flows()) {
      if (!labelled.contains(flow.flow())) {
        throw EngineException.badSession(
            session.id(), "the flow that begins at frame " + flow.flow() + " has no label");
      }
    }
    if (answers.flows().size() != labelled.size()) {
      throw EngineException.badSession(
          session.id(),
          "%d flows are labelled, the capture has %d"
              .formatted(labelled.size(), answers.flows().size()));
    }
  }

  private SessionResult.Part part(
      Session session,
      int classifier,
      List<SessionAnswers> answers,
      Map<Long, Label> labels,
      Deeds deeds) {
    Map<Long, Observation> reported = observations(session, classifier, answers.get(0), labels);
    List<FlowRef> unstable = new ArrayList<>();
    for (SessionAnswers other : answers.subList(1, answers.size())) {
      observations(session, classifier, other, labels)
          .forEach(
              (flow, observation) -> {
                if (!same(classifier, Objects.requireNonNull(reported.get(flow)), observation)) {
                  unstable.add(new FlowRef(session.id(), flow));
                }
              });
    }
    return new SessionResult.Part(
        reported.keySet().stream().sorted().map(reported::get).toList(),
        unstable.stream().distinct().sorted().toList(),
        accusations(session, classifier, answers.get(0), deeds),
        answers.get(0).streamed(classifier).map(said -> Conducts.of(session.id(), said.conduct())));
  }

  /** When a plugin answers in a stream, the point of decision is different every time. */
  private boolean same(int classifier, Observation one, Observation other) {
    boolean inStep =
        !(evaluation.subjects().get(classifier).execution() instanceof Execution.Apart apart)
            || apart.decidesInStep();
    return inStep ? one.sameAnswer(other) : one.sameVerdict(other);
  }

  private static Map<Long, Observation> observations(
      Session session, int classifier, SessionAnswers answers, Map<Long, Label> labels) {
    Map<Long, Observation> observations = new HashMap<>();
    for (int i = 0; i < answers.flows().size(); i++) {
      FlowRecord flow = answers.flows().get(i);
      Label label = labelOf(session, flow, labels);
      observations.put(flow.flow(), observation(session.id(), classifier, answers, i, flow, label));
    }
    return observations;
  }

  /**
   * What a classifier did with one flow.
   *
   * @param index of the flow among the answers
   * @param flow as the session knows it
   */
  static Observation observation(
      String session,
      int classifier,
      SessionAnswers answers,
      int index,
      FlowRecord flow,
      Label label) {
    Optional<StreamAnswers> streamed = answers.streamed(classifier);
    if (streamed.isPresent()) {
      long seenAs = answers.flows().get(index).flow();
      return Observer.streamed(session, flow, seenAs, label, streamed.get());
    }
    return answers
        .answer(classifier, index)
        .map(given -> Observer.answered(session, flow, label, given))
        .orElseGet(() -> Observer.timedOut(session, flow, label));
  }

  private static Label labelOf(Session session, FlowRecord flow, Map<Long, Label> labels) {
    return Optional.ofNullable(labels.get(flow.flow()))
        .orElseThrow(
            () ->
                EngineException.badSession(session.id(), "flow " + flow.flow() + " has no label"));
  }

  private List<Accusation> accusations(
      Session session, int classifier, SessionAnswers answers, Deeds deeds) {
    return answers.accused().stream()
        .filter(accused -> accused.classifier() == classifier)
        .map(
            accused ->
                deeds.accusation(
                    passes.get(0).recorded(session, accused.host()).orElse(accused.host()),
                    accused.reason()))
        .distinct()
        .toList();
  }

  /** Classifiers and rewriter for one session under one key. */
  private final class BlindedSupply implements SessionPass.Supply {
    private final Session session;
    private final Blinding blinding;

    BlindedSupply(Session session, Blinding blinding) {
      this.session = session;
      this.blinding = blinding;
    }

    @Override
    public List<Integer> classifiers() {
      List<Integer> here = new ArrayList<>();
      for (int i = 0; i < evaluation.subjects().size(); i++) {
        if (evaluation.subjects().get(i).execution() instanceof Execution.InProcess) {
          here.add(i);
        }
      }
      return here;
    }

    @Override
    public Classifier open(int index) {
      Subject subject = evaluation.subjects().get(index);
      if (!(subject.execution() instanceof Execution.InProcess here)) {
        throw new IllegalStateException(subject.id() + " does not run in this process");
      }
      try {
        return here.provider().open(configuration(subject));
      } catch (RuntimeException | LinkageError e) {
        throw EngineException.pluginCannotStart(subject.id(), e);
      }
    }

    Configuration configuration(Subject subject) {
      boolean listed = subject.feeds().contains(Feed.NETWORK);
      return new Configuration(
          subject.optionsFor(session),
          listed ? Optional.of(blinding.networkFeed(session)) : Optional.empty(),
          rightsFeed.filter(feed -> subject.feeds().contains(Feed.RIGHTS)));
    }

    @Override
    public FrameRewriter rewriter() {
      return blinding.rewriter(session);
    }
  }
}

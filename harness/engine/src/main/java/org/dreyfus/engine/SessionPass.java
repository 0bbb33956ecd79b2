package org.dreyfus.engine;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.dreyfus.capture.CaptureSource;
import org.dreyfus.capture.flow.FlowRules;
import org.dreyfus.capture.inspect.Answer;
import org.dreyfus.capture.inspect.FlowRecord;
import org.dreyfus.capture.inspect.FrameRewriter;
import org.dreyfus.capture.inspect.InspectionListener;
import org.dreyfus.capture.inspect.InspectionPass;
import org.dreyfus.capture.inspect.PassSummary;
import org.dreyfus.classifier.Classifier;

/**
 * One pass over one session's capture for all classifiers, under a time limit. A classifier that
 * does not return is recorded as timed out, its thread is abandoned, and the pass is made again
 * without it.
 */
final class SessionPass {

  private final Watchdog watchdog;
  private final Duration timeLimit;

  SessionPass(Watchdog watchdog, Duration timeLimit) {
    this.watchdog = watchdog;
    this.timeLimit = timeLimit;
  }

  /**
   * @param supply opens classifiers for each attempt anew, since a pass may be made twice
   */
  SessionAnswers run(CaptureSource capture, Supply supply) {
    Set<Integer> timedOut = new HashSet<>();
    while (true) {
      Attempt attempt = new Attempt(capture, supply, timedOut);
      Future<PassSummary> pending = watchdog.start(attempt::run);
      try {
        PassSummary summary = pending.get(timeLimit.toMillis(), TimeUnit.MILLISECONDS);
        return attempt.answers(summary);
      } catch (TimeoutException e) {
        pending.cancel(true);
        timedOut.add(attempt.culprit(timeLimit));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CancellationException("the run was interrupted");
      } catch (ExecutionException e) {
        throw new IllegalStateException(e.getCause());
      }
    }
  }

  /** What one attempt needs: fresh classifiers and a fresh rewriter. */
  interface Supply {
    /** Those that run in this process, by index. */
    List<Integer> classifiers();

    Classifier open(int index);

    FrameRewriter rewriter();
  }

  /** One try; those in {@code leftOut} have timed out before. */
  private static final class Attempt implements InspectionListener {
    private final CaptureSource capture;
    private final Supply supply;
    private final Set<Integer> leftOut;
    private final List<Integer> taking = new ArrayList<>();
    private final List<FlowRecord> flows = new ArrayList<>();
    private final List<List<Answer>> answers = new ArrayList<>();
    private final List<SessionAnswers.Accused> accused = new ArrayList<>();
    private volatile OptionalInt opening = OptionalInt.empty();
    private volatile PassHolder pass = PassHolder.NONE;

    Attempt(CaptureSource capture, Supply supply, Set<Integer> timedOut) {
      this.capture = capture;
      this.supply = supply;
      this.leftOut = Set.copyOf(timedOut);
    }

    PassSummary run() {
      List<Classifier> classifiers = new ArrayList<>();
      try {
        for (int i : supply.classifiers()) {
          if (!leftOut.contains(i)) {
            opening = OptionalInt.of(i);
            classifiers.add(supply.open(i));
            taking.add(i);
          }
        }
        opening = OptionalInt.empty();
        InspectionPass inspection =
            new InspectionPass(FlowRules.DREYFUS, supply.rewriter(), classifiers, this);
        pass = new PassHolder(inspection);
        return inspection.run(capture);
      } finally {
        classifiers.forEach(Attempt::closeQuietly);
      }
    }

    /** Closing is the classifier's own last act: what it throws cannot change an answer. */
    private static void closeQuietly(Classifier classifier) {
      try {
        classifier.close();
      } catch (RuntimeException | LinkageError ignored) {
        // Every answer has been given by now.
      }
    }

    @Override
    public void flowEnded(FlowRecord flow, List<Answer> given) {
      flows.add(flow);
      answers.add(List.copyOf(given));
    }

    @Override
    public void accused(int classifier, InetAddress host, String reason) {
      accused.add(new SessionAnswers.Accused(taking.get(classifier), host, reason));
    }

    /** The classifier that was being called when time ran out. */
    int culprit(Duration timeLimit) {
      OptionalInt busy = pass.busyWith();
      if (busy.isPresent()) {
        return taking.get(busy.getAsInt());
      }
      return opening.orElseThrow(
          () ->
              new IllegalStateException(
                  "reading %s took more than %d s with no classifier at work"
                      .formatted(capture.name(), timeLimit.toSeconds())));
    }

    SessionAnswers answers(PassSummary summary) {
      return new SessionAnswers(summary, flows, taking, answers, accused, leftOut, Map.of());
    }
  }

  /** Lets the watchdog ask a pass that may not have begun. */
  private record PassHolder(List<InspectionPass> passes) {
    static final PassHolder NONE = new PassHolder(List.of());

    PassHolder(InspectionPass pass) {
      this(List.of(pass));
    }

    OptionalInt busyWith() {
      return passes.isEmpty() ? OptionalInt.empty() : passes.get(0).busyWith();
    }
  }
}

package org.dreyfus.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
import org.dreyfus.exchange.replicate.InterleavedCapture;
import org.dreyfus.exchange.replicate.ReplicaAmount;
import org.dreyfus.external.LaunchException;
import org.dreyfus.external.StreamAnswers;
import org.dreyfus.external.container.EngineFailedException;
import org.dreyfus.scoring.Accusation;
import org.dreyfus.scoring.Conduct;
import org.dreyfus.scoring.CorpusFacts;
import org.dreyfus.scoring.Observation;
import org.dreyfus.scoring.RunEvidence;

/**
 * All sessions of a corpus as one stream, in which they overlap, through one process: the row in
 * which state that a product keeps from session to session may show (EVIDENCE, Feeds). Every
 * session has addresses of its own, so services are not those of the network feed, which is not
 * given; there is one key, so nothing here is a verified witness. One process sees all flows before
 * any is done with, so evidence is held in memory as a whole, unlike that of {@link Run}.
 */
public final class InterleavedRun {

  private static final int CONCURRENT = 16;
  private static final int KEYS = 1;

  private final Evaluation evaluation;
  private final Path scratch;
  private final Optional<RightsFeed> rightsFeed;

  /**
   * @param evaluation its subjects are run, but for those that learnt from the corpus: what judges
   *     a session must not have learnt from it
   * @param scratch folder that does not exist; the capture is made there and removed
   * @throws IOException when the corpus cannot be read
   */
  public InterleavedRun(Evaluation evaluation, Path scratch) throws IOException {
    this.evaluation = evaluation;
    this.scratch = scratch;
    this.rightsFeed = RegisteredWorks.feed(evaluation.corpus());
  }

  /**
   * Runs the subjects one after another.
   *
   * @throws EngineException when a classifier cannot start
   * @throws IOException when the corpus cannot be read or interleaved
   */
  public List<Run.Result> execute() throws IOException {
    Path capture = scratch.resolve("capture.pcap");
    Path labels = scratch.resolve("flows.jsonl");
    Files.createDirectories(scratch);
    try (Watchdog watchdog = new Watchdog()) {
      new InterleavedCapture(
              evaluation.corpus(),
              false,
              new ReplicaAmount(1, ReplicaAmount.Unit.COPIES),
              CONCURRENT,
              evaluation.seed())
          .write(capture, labels, (done, all) -> {});
      InterleavedFlows flows = InterleavedFlows.read(evaluation.corpus(), labels);
      List<Run.Result> results = new ArrayList<>();
      for (Subject subject : evaluation.subjects()) {
        if (subject.learnt().isEmpty()) {
          results.add(run(subject, CaptureSource.file(capture), flows, watchdog));
        }
      }
      return results;
    } finally {
      Files.deleteIfExists(capture);
      Files.deleteIfExists(labels);
      Files.deleteIfExists(scratch);
    }
  }

  private Run.Result run(
      Subject subject, CaptureSource capture, InterleavedFlows flows, Watchdog watchdog)
      throws IOException {
    Subject interleaved = subject.interleaved(flows.sessions());
    SessionAnswers answers =
        new SessionPass(watchdog, evaluation.timeLimit().multipliedBy(flows.sessions()))
            .run(capture, new Supply(interleaved));
    if (interleaved.execution() instanceof Execution.Apart apart) {
      answers = answers.with(Map.of(0, converse(interleaved, apart, capture)));
    }
    return new Run.Result(interleaved, evidence(interleaved, answers, flows));
  }

  private StreamAnswers converse(Subject subject, Execution.Apart apart, CaptureSource capture)
      throws IOException {
    try {
      return apart.plugin().classify(capture, FrameRewriter.none(), configuration(subject));
    } catch (LaunchException | EngineFailedException e) {
      throw EngineException.pluginCannotStart(subject.id(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("the run was interrupted");
    }
  }

  private Configuration configuration(Subject subject) {
    return new Configuration(
        subject.options(),
        Optional.empty(),
        rightsFeed.filter(feed -> subject.feeds().contains(Feed.RIGHTS)));
  }

  private RunEvidence evidence(Subject subject, SessionAnswers answers, InterleavedFlows flows) {
    List<Observation> observations = new ArrayList<>();
    for (int i = 0; i < answers.flows().size(); i++) {
      FlowRecord seen = answers.flows().get(i);
      InterleavedFlows.Origin origin = flows.origin(seen.flow());
      FlowRecord original = origin.of(seen);
      observations.add(
          SessionEvaluator.observation(
              origin.session(), 0, answers, i, original, origin.flow().label()));
    }
    observations.sort(
        Comparator.comparing(Observation::session).thenComparingLong(Observation::flow));
    List<Conduct> conduct =
        answers.streamed(0).map(said -> Conducts.of(Conduct.ALL, said.conduct())).stream().toList();
    return new RunEvidence(
        facts(),
        evaluation.corpus().sessions().stream().map(Sessions::withoutMentions).toList(),
        observations,
        Set.of(),
        KEYS,
        subject.feedNames(),
        accusations(answers, flows),
        conduct);
  }

  private static List<Accusation> accusations(SessionAnswers answers, InterleavedFlows flows) {
    return answers.accused().stream()
        .flatMap(accused -> flows.accusation(accused.host(), accused.reason()).stream())
        .distinct()
        .toList();
  }

  private CorpusFacts facts() {
    return Run.facts(evaluation.corpus());
  }

  /** The one classifier, when it runs in this process. */
  private final class Supply implements SessionPass.Supply {
    private final Subject subject;

    Supply(Subject subject) {
      this.subject = subject;
    }

    @Override
    public List<Integer> classifiers() {
      return subject.execution() instanceof Execution.InProcess ? List.of(0) : List.of();
    }

    @Override
    public Classifier open(int index) {
      if (!(subject.execution() instanceof Execution.InProcess here)) {
        throw new IllegalStateException(subject.id() + " does not run in this process");
      }
      try {
        return here.provider().open(configuration(subject));
      } catch (RuntimeException | LinkageError e) {
        throw EngineException.pluginCannotStart(subject.id(), e);
      }
    }

    @Override
    public FrameRewriter rewriter() {
      return FrameRewriter.none();
    }
  }
}

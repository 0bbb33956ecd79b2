package org.dreyfus.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.Session;
import org.dreyfus.scoring.Accusation;
import org.dreyfus.scoring.Conduct;
import org.dreyfus.scoring.CorpusFacts;
import org.dreyfus.scoring.FlowRef;
import org.dreyfus.scoring.Observation;
import org.dreyfus.scoring.Outcome;
import org.dreyfus.scoring.RunEvidence;

/** Runs an evaluation: sessions side by side, each under all keys, journaled as they finish. */
public final class Run {

  private final Evaluation evaluation;
  private final Optional<Treatment> treatment;
  private final SessionEngine engine;
  private final RunProgress progress;

  /** A run on the threads of this process. */
  public Run(Evaluation evaluation, RunProgress progress) {
    this(evaluation, new ThreadEngine(), progress);
  }

  /** A run on whatever the engine has. */
  public Run(Evaluation evaluation, SessionEngine engine, RunProgress progress) {
    this(evaluation, Optional.empty(), engine, progress);
  }

  private Run(
      Evaluation evaluation,
      Optional<Treatment> treatment,
      SessionEngine engine,
      RunProgress progress) {
    this.evaluation = evaluation;
    this.treatment = treatment;
    this.engine = engine;
    this.progress = progress;
  }

  /** A single pass over treated traffic. */
  public static Run treated(Evaluation evaluation, Treatment treatment, RunProgress progress) {
    return new Run(evaluation, Optional.of(treatment), new ThreadEngine(), progress);
  }

  /**
   * What came out for one classifier.
   *
   * @param subject the classifier
   * @param evidence for scoring
   */
  public record Result(Subject subject, RunEvidence evidence) {

    /** Whether it answered on no flow at all. */
    public boolean isSilent() {
      return evidence.observations().stream()
          .noneMatch(observation -> observation.outcome() instanceof Outcome.Answered);
    }
  }

  /**
   * Runs all sessions that the journal does not hold.
   *
   * @return one result a subject, in their order
   * @throws EngineException when a classifier cannot start or a session is damaged
   * @throws IOException when the corpus cannot be read or the journal not written
   */
  public List<Result> execute() throws IOException {
    Journal journal = new Journal(evaluation.journal(), identity());
    Map<String, SessionResult> bySession = evaluateAll(journal);
    List<Result> results = new ArrayList<>();
    for (int i = 0; i < evaluation.subjects().size(); i++) {
      results.add(result(i, bySession));
    }
    return results;
  }

  /** Forgets the finished sessions: to be called when the results are safe. */
  public void forget() throws IOException {
    new Journal(evaluation.journal(), identity()).delete();
  }

  private Map<String, SessionResult> evaluateAll(Journal journal) throws IOException {
    List<String> sessions = RunOrder.of(evaluation, treatment);
    List<Session> missing = new ArrayList<>();
    Map<String, SessionResult> done = new TreeMap<>();
    for (String id : sessions) {
      Optional<SessionResult> before = journal.read(id);
      before.ifPresent(result -> done.put(id, result));
      if (before.isEmpty()) {
        missing.add(evaluation.corpus().session(id).orElseThrow());
      }
    }
    progress.finished(done.size(), sessions.size());
    if (!missing.isEmpty()) {
      engine.evaluate(
          new Assignment(evaluation, treatment, journal),
          missing,
          result -> {
            done.put(result.session(), result);
            progress.finished(done.size(), sessions.size());
          });
    }
    return done;
  }

  private Result result(int index, Map<String, SessionResult> bySession) {
    List<Observation> observations = new ArrayList<>();
    List<FlowRef> unstable = new ArrayList<>();
    List<Accusation> accusations = new ArrayList<>();
    List<Conduct> conduct = new ArrayList<>();
    for (SessionResult session : bySession.values()) {
      SessionResult.Part part = session.byClassifier().get(index);
      observations.addAll(part.observations());
      unstable.addAll(part.unstable());
      accusations.addAll(part.accusations());
      part.conduct().ifPresent(conduct::add);
    }
    Subject subject = evaluation.subjects().get(index);
    RunEvidence evidence =
        new RunEvidence(
            facts(evaluation.corpus()),
            evaluation.corpus().sessions().stream().map(Sessions::withoutMentions).toList(),
            observations,
            new HashSet<>(unstable),
            evaluation.blindingKeys(),
            subject.feedNames(),
            accusations,
            conduct);
    return new Result(subject, evidence);
  }

  /**
   * Every corpus counts as public: nothing proves here that it was recorded after the classifier
   * was frozen, and without that proof no claim may come out as supported.
   */
  public static CorpusFacts facts(Corpus corpus) {
    return new CorpusFacts(
        corpus.manifest().id(),
        corpus.manifest().version(),
        corpus.digest(),
        true,
        corpus.manifest().riskRule());
  }

  private String identity() {
    StringBuilder text = new StringBuilder();
    text.append(evaluation.corpus().digest()).append(' ').append(evaluation.seed());
    treatment.ifPresent(its -> text.append(' ').append(its));
    text.append(' ')
        .append(evaluation.blindingKeys())
        .append(' ')
        .append(evaluation.witnessCheck());
    for (Subject subject : evaluation.subjects()) {
      text.append(' ')
          .append(subject.execution().identity())
          .append(new TreeMap<>(subject.options()))
          .append(subject.feedNames());
    }
    return text.toString();
  }
}

package org.dreyfus.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.dreyfus.bundle.BundleDraft;
import org.dreyfus.bundle.Criteria;
import org.dreyfus.bundle.RunTally;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.scoring.CorpusFacts;
import org.dreyfus.scoring.Evidence;
import org.dreyfus.scoring.Outcome;
import org.dreyfus.scoring.RunFacts;
import org.dreyfus.scoring.SessionEvidence;

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
   * @param evidence for scoring; that of a run is read from its journal whenever it is asked for,
   *     until the run forgets it
   */
  public record Result(Subject subject, Evidence evidence) {

    /** Whether it answered on no flow at all. */
    public boolean isSilent() {
      try (Stream<SessionEvidence> sessions = evidence.bySession()) {
        return sessions
            .flatMap(session -> session.observations().stream())
            .noneMatch(observation -> observation.outcome() instanceof Outcome.Answered);
      }
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
    Journal journal = journal();
    evaluateAll(journal);
    List<Result> results = new ArrayList<>();
    for (int i = 0; i < evaluation.subjects().size(); i++) {
      Subject subject = evaluation.subjects().get(i);
      results.add(
          new Result(
              subject, new JournalEvidence(facts(subject), evaluation.corpus(), journal, i)));
    }
    return results;
  }

  /**
   * Gathers what the journal holds: writes the files of bundles that grow with sessions, and scores
   * on the way. Each session's part of the journal is read once. To be called after {@link
   * #execute}.
   *
   * @param criteria by which each subject is scored, in their order
   * @param bundles to which these files are written, in the order of the subjects
   * @return a tally of all sessions for each subject, in their order
   * @throws IOException when the journal or the corpus cannot be read, or a file not be written
   */
  public List<RunTally> gather(List<Criteria> criteria, List<BundleDraft> bundles)
      throws IOException {
    Journal journal = journal();
    List<Gathering.Scored> scored = new ArrayList<>();
    for (int i = 0; i < criteria.size(); i++) {
      scored.add(new Gathering.Scored(facts(evaluation.subjects().get(i)), criteria.get(i)));
    }
    Gathering gathering = new Gathering(scored);
    List<RunTally> tallies = gathering.tallies();
    int all = evaluation.corpus().sessionIds().size();
    AtomicInteger gathered = new AtomicInteger();
    Parts parts = journal.parts();
    parts.clear();
    engine.gather(
        new Assignment(evaluation, treatment, journal),
        gathering,
        chunk -> {
          for (int i = 0; i < tallies.size(); i++) {
            tallies.get(i).add(chunk.counted().get(i));
          }
          parts.append(chunk, bundles);
          progress.gathered(gathered.addAndGet(chunk.sessions()), all);
        });
    return tallies;
  }

  /** Forgets the finished sessions: to be called when the results are safe. */
  public void forget() throws IOException {
    engine.forget(journal());
  }

  private Journal journal() throws IOException {
    return new Journal(evaluation.journal(), identity());
  }

  private void evaluateAll(Journal journal) throws IOException {
    List<String> order = RunOrder.of(evaluation, treatment);
    List<String> missing = journal.missing(order);
    AtomicInteger done = new AtomicInteger(order.size() - missing.size());
    progress.finished(done.get(), order.size());
    if (!missing.isEmpty()) {
      engine.evaluate(
          new Assignment(evaluation, treatment, journal),
          missing,
          id -> progress.finished(done.incrementAndGet(), order.size()));
    }
  }

  private RunFacts facts(Subject subject) {
    return new RunFacts(
        facts(evaluation.corpus()),
        evaluation.blindingKeys(),
        subject.feedNames(),
        Optional.empty());
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

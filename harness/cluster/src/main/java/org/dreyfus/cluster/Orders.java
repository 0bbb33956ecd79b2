package org.dreyfus.cluster;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dreyfus.bundle.ResultJson;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.engine.Assignment;
import org.dreyfus.engine.Evaluation;
import org.dreyfus.engine.Treatment;
import org.dreyfus.engine.Workshop;

/**
 * What every executor is told once.
 *
 * @param run a name that no other run has
 * @param corpus where it lies
 * @param outline of the corpus, as JSON
 * @param services of the corpus, as JSON: the driver alone walks through all sessions
 * @param subjects the classifiers, in the order of the run
 * @param treatment by name; empty for an ordinary run
 * @param timeLimitMillis for one session
 * @param journal where finished sessions are kept
 */
record Orders(
    String run,
    String corpus,
    String outline,
    String services,
    ArrayList<SubjectOrder> subjects,
    long seed,
    boolean blinded,
    boolean witnessCheck,
    String treatment,
    long timeLimitMillis,
    String journal)
    implements Serializable {

  /**
   * @throws IOException when a session of the corpus cannot be read
   */
  static Orders of(Assignment assignment) throws IOException {
    Evaluation evaluation = assignment.evaluation();
    Corpus corpus = evaluation.corpus();
    return new Orders(
        UUID.randomUUID().toString(),
        corpus.folder().toAbsolutePath().toString(),
        ResultJson.json().line(Corpus.Outline.of(corpus)),
        ResultJson.json().line(Workshop.services(corpus)),
        evaluation.subjects().stream()
            .map(SubjectOrder::of)
            .collect(Collectors.toCollection(ArrayList::new)),
        evaluation.seed(),
        evaluation.blinded(),
        evaluation.witnessCheck(),
        assignment.treatment().map(Treatment::name).orElse(""),
        evaluation.timeLimit().toMillis(),
        assignment.journal().folder().toAbsolutePath().toString());
  }

  /** The same with one of the classifiers only. */
  Orders only(int subject) {
    return new Orders(
        run + "-" + subject,
        corpus,
        outline,
        services,
        new ArrayList<>(List.of(subjects.get(subject))),
        seed,
        blinded,
        witnessCheck,
        treatment,
        timeLimitMillis,
        journal);
  }
}

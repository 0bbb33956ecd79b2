package org.dreyfus.cluster;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dreyfus.bundle.ResultJson;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.engine.Assignment;
import org.dreyfus.engine.Evaluation;
import org.dreyfus.engine.Sessions;
import org.dreyfus.engine.Treatment;

/**
 * What every executor is told once.
 *
 * @param run a name that no other run has
 * @param corpus where it lies
 * @param outline of the corpus, as JSON
 * @param subjects the classifiers, in the order of the run
 * @param treatment by name; empty for an ordinary run
 * @param timeLimitMillis for one session
 * @param journal where finished sessions are kept
 */
record Orders(
    String run,
    String corpus,
    String outline,
    ArrayList<SubjectOrder> subjects,
    long seed,
    boolean blinded,
    boolean witnessCheck,
    String treatment,
    long timeLimitMillis,
    String journal)
    implements Serializable {

  static Orders of(Assignment assignment) {
    Evaluation evaluation = assignment.evaluation();
    Corpus corpus = evaluation.corpus();
    Corpus.Outline outline =
        new Corpus.Outline(
            corpus.manifest(),
            corpus.digest(),
            List.copyOf(corpus.works().values()),
            corpus.sessions().stream().map(Sessions::withoutMentions).toList());
    return new Orders(
        UUID.randomUUID().toString(),
        corpus.folder().toAbsolutePath().toString(),
        ResultJson.json().line(outline),
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
        new ArrayList<>(List.of(subjects.get(subject))),
        seed,
        blinded,
        witnessCheck,
        treatment,
        timeLimitMillis,
        journal);
  }
}

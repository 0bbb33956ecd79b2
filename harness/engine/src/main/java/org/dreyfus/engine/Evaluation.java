package org.dreyfus.engine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.dreyfus.corpus.Corpus;

/**
 * What is to be run.
 *
 * @param corpus that the classifiers meet
 * @param subjects the classifiers; each capture is read once for all of them
 * @param seed of the blinding keys
 * @param threads that run sessions side by side, at least 1
 * @param blinded false only for debugging
 * @param witnessCheck whether the run is repeated under two more keys and unblinded, to find
 *     verdicts that hang on blinding
 * @param timeLimit for one session
 * @param journal folder of finished sessions, so that a killed run can go on
 */
public record Evaluation(
    Corpus corpus,
    List<Subject> subjects,
    long seed,
    int threads,
    boolean blinded,
    boolean witnessCheck,
    Duration timeLimit,
    Path journal) {

  /** How many keys a witness must have been the same under. */
  static final int KEYS = 3;

  public Evaluation {
    subjects = List.copyOf(subjects);
  }

  /** The same with one of its classifiers only. */
  public Evaluation only(int subject) {
    return new Evaluation(
        corpus,
        List.of(subjects.get(subject)),
        seed,
        threads,
        blinded,
        witnessCheck,
        timeLimit,
        journal);
  }

  /** How many keys are compared. */
  public int blindingKeys() {
    return !blinded ? 0 : witnessCheck ? KEYS : 1;
  }
}

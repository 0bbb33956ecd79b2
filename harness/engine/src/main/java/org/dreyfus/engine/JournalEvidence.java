package org.dreyfus.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.scoring.Evidence;
import org.dreyfus.scoring.RunFacts;
import org.dreyfus.scoring.SessionEvidence;

/** What a run's journal holds of one classifier, read session by session. */
final class JournalEvidence implements Evidence {

  private final RunFacts facts;
  private final Corpus corpus;
  private final Journal journal;
  private final int subject;

  /**
   * @param subject index of the classifier in the run
   */
  JournalEvidence(RunFacts facts, Corpus corpus, Journal journal, int subject) {
    this.facts = facts;
    this.corpus = corpus;
    this.journal = journal;
    this.subject = subject;
  }

  @Override
  public RunFacts facts() {
    return facts;
  }

  @Override
  public Stream<SessionEvidence> bySession() {
    return corpus.sessionIds().stream().map(this::session);
  }

  private SessionEvidence session(String id) {
    try {
      return Gatherer.evidence(
          Sessions.withoutMentions(corpus.session(id).orElseThrow()),
          journal.require(id).byClassifier().get(subject));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package org.dreyfus.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.dreyfus.bundle.RunTally;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.Session;
import org.dreyfus.scoring.SessionEvidence;

/**
 * Makes parts of bundles, and partial scores, of what the journal holds. May be used by several
 * threads.
 */
public final class Gatherer {

  private final Corpus corpus;
  private final Journal journal;
  private final Gathering gathering;

  public Gatherer(Corpus corpus, Journal journal, Gathering gathering) {
    this.corpus = corpus;
    this.journal = journal;
    this.gathering = gathering;
  }

  /**
   * Gathers a chunk, session by session; parts of it that were written before are replaced.
   *
   * @throws IOException when the journal lacks a session, or something cannot be read or written
   */
  public GatheredChunk gather(Chunk chunk) throws IOException {
    List<RunTally> tallies = gathering.tallies();
    try (PartWriters writers = new PartWriters(journal.parts(), chunk.number(), tallies.size())) {
      inOrder(
          chunk.sessions(),
          found -> {
            for (int i = 0; i < tallies.size(); i++) {
              SessionEvidence evidence =
                  evidence(found.session(), found.result().byClassifier().get(i));
              tallies.get(i).add(evidence);
              writers.add(i, evidence);
            }
          });
      return new GatheredChunk(
          chunk.number(),
          chunk.sessions().size(),
          new ArrayList<>(writers.finish()),
          tallies.stream().map(RunTally::counted).collect(Collectors.toCollection(ArrayList::new)));
    }
  }

  /** What is known of a session. */
  private record Found(Session session, SessionResult result) {}

  private void inOrder(List<String> ids, OrderedWork.Taking<Found> taking) throws IOException {
    if (journal.isRemote()) {
      OrderedWork.waiting().run(ids, this::find, taking);
      return;
    }
    for (String id : ids) {
      taking.take(find(id));
    }
  }

  private Found find(String id) throws IOException {
    SessionResult result = journal.require(id);
    return new Found(Sessions.withoutMentions(corpus.session(id).orElseThrow()), result);
  }

  /** What a classifier did with a session, as scoring takes it. */
  static SessionEvidence evidence(Session session, SessionResult.Part part) {
    return new SessionEvidence(
        session,
        part.observations(),
        new HashSet<>(part.unstable()),
        part.accusations(),
        part.conduct());
  }
}

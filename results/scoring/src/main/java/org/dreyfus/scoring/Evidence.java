package org.dreyfus.scoring;

import java.util.stream.Stream;

/** All that scoring knows of a run of one classifier, session by session. */
public interface Evidence {

  /** What holds for the run as a whole. */
  RunFacts facts();

  /**
   * Every session of the corpus, in the order of their ids. May be asked for again. To be closed:
   * it may read files as it goes.
   *
   * @throws java.io.UncheckedIOException from the stream, when what is stored cannot be read
   */
  Stream<SessionEvidence> bySession();
}

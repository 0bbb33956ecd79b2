package org.dreyfus.engine;

import java.util.ArrayList;
import java.util.List;
import org.dreyfus.corpus.Corpus;

/**
 * Sessions that are gathered together: as many wherever and however often it is done, so that the
 * parts are the same everywhere.
 *
 * @param number of the chunk, from 0
 * @param sessions ids, in their order
 */
public record Chunk(int number, List<String> sessions) {

  private static final int SESSIONS = 256;

  /** All chunks of a corpus, in the order of their numbers. */
  public static List<Chunk> of(Corpus corpus) {
    return of(corpus.sessionIds(), SESSIONS);
  }

  static List<Chunk> of(List<String> ids, int size) {
    List<Chunk> chunks = new ArrayList<>();
    for (int from = 0; from < ids.size(); from += size) {
      int to = Math.min(from + size, ids.size());
      chunks.add(new Chunk(chunks.size(), ids.subList(from, to)));
    }
    return chunks;
  }
}

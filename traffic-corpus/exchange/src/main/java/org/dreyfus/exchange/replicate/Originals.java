package org.dreyfus.exchange.replicate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.Origin;
import org.dreyfus.corpus.Session;
import org.dreyfus.exchange.ExchangeException;

/** The sessions of a corpus that can be copied. */
final class Originals {

  /** Sessions below are mostly acknowledgements and control. */
  private static final long BULK_FRAME_BYTES = 700;

  private Originals() {}

  /**
   * Imported labels may leave out what the labels of replicas must state.
   *
   * @throws ExchangeException when a session is imported
   */
  static void refuseImported(Corpus corpus) throws ExchangeException {
    for (Session session : corpus.sessions()) {
      if (session.origin() == Origin.IMPORTED) {
        throw new ExchangeException(
            "%s: session %s is imported; only recorded, re-enacted and replicated ones can be"
                    .formatted(corpus.folder(), session.id())
                + " replicated");
      }
    }
  }

  /**
   * Reads the sessions of one interleaved capture into memory.
   *
   * @param onlyBulk leaves out sessions with less than 700 bytes a packet
   * @throws IOException when there is none, or one that cannot be read or re-keyed
   */
  static List<Original> of(Corpus corpus, boolean onlyBulk) throws IOException {
    refuseImported(corpus);
    List<Original> originals = new ArrayList<>();
    for (Session session : corpus.sessions()) {
      if (session.rekeying() == Session.Rekeying.NONE) {
        throw new ExchangeException(
            "%s: session %s cannot be re-keyed, so its copies could not be told apart; leave it out"
                .formatted(corpus.folder(), session.id()));
      }
      Original original = Original.of(corpus, session);
      if (original.meanFrame() >= (onlyBulk ? BULK_FRAME_BYTES : 1)) {
        originals.add(original);
      }
    }
    requireOneCapture(corpus, originals);
    return List.copyOf(originals);
  }

  private static void requireOneCapture(Corpus corpus, List<Original> originals)
      throws ExchangeException {
    if (originals.isEmpty()) {
      throw new ExchangeException(corpus.folder() + ": holds no such session");
    }
    long linkTypes =
        originals.stream().mapToInt(original -> original.frames().linkType()).distinct().count();
    if (linkTypes > 1) {
      throw new ExchangeException(
          corpus.folder()
              + ": its captures have several link types, and a pcap file has one; replicate their"
              + " sessions apart");
    }
  }
}

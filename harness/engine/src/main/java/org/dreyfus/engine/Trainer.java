package org.dreyfus.engine;

import java.io.IOException;
import org.dreyfus.corpus.Corpus;

/**
 * Makes what a classifier must have learnt before a run. Sees labels, which the classifier never
 * does: what it hands over must come from sessions of other clusters and other works than the one
 * that it is used on. Found with {@link java.util.ServiceLoader}.
 */
public interface Trainer {

  /** Id of the classifier that needs it. */
  String classifier();

  /**
   * Learns. The same corpus gives the same result on every machine.
   *
   * @throws IOException when the corpus cannot be read
   */
  Training train(Corpus corpus) throws IOException;
}

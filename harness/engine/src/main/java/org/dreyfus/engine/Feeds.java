package org.dreyfus.engine;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.dreyfus.classifier.ClassifierDescriptor.Feed;
import org.dreyfus.classifier.RightsFeed;
import org.dreyfus.corpus.Corpus;

/** Which feeds a corpus has. */
public final class Feeds {

  private Feeds() {}

  /**
   * What classifiers can be told before they meet a corpus. An empty list of risky services is a
   * list; a corpus without {@code identifiers.json} has no rights feed.
   *
   * @throws IOException when the corpus cannot be read; the message names the file
   */
  public static Set<Feed> of(Corpus corpus) throws IOException {
    return corpus.identifiers().isPresent() ? EnumSet.allOf(Feed.class) : EnumSet.of(Feed.NETWORK);
  }

  /**
   * The works of a corpus that are registered as unlicensed; empty when it has no list of them.
   *
   * @throws IOException when the corpus cannot be read; the message names the file
   */
  public static Optional<RightsFeed> rights(Corpus corpus) throws IOException {
    return RegisteredWorks.feed(corpus);
  }
}

package org.dreyfus.engine;

import java.io.IOException;
import java.util.Optional;
import org.dreyfus.classifier.RightsFeed;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.Identifiers;
import org.dreyfus.corpus.RegisteredWork;

/** Makes the rights feed of a run: the same under every key, since it names files only. */
final class RegisteredWorks {

  private RegisteredWorks() {}

  /**
   * @return empty when the corpus has none
   */
  static Optional<RightsFeed> feed(Corpus corpus) throws IOException {
    return corpus.identifiers().map(RegisteredWorks::feed);
  }

  private static RightsFeed feed(Identifiers identifiers) {
    return new RightsFeed(identifiers.works().stream().map(RegisteredWorks::entry).toList());
  }

  private static RightsFeed.Work entry(RegisteredWork work) {
    return new RightsFeed.Work(
        work.title(),
        work.mediaType(),
        work.sizeBytes(),
        work.sha256(),
        work.infoHash(),
        work.ed2kHash());
  }
}

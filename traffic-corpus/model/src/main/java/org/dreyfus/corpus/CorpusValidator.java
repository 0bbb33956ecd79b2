package org.dreyfus.corpus;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The checks that a corpus must pass, but for those that need its packets: digests, works, labels
 * that agree with each other, pairs that differ in rights only, feeds.
 */
public final class CorpusValidator {

  private final Corpus corpus;
  private final List<String> problems = new ArrayList<>();

  private CorpusValidator(Corpus corpus) {
    this.corpus = corpus;
  }

  /**
   * @return what is wrong, one line each, beginning with the place; empty when all is well
   * @throws IOException when a file cannot be read at all
   */
  public static List<String> problems(Corpus corpus) throws IOException {
    CorpusValidator validator = new CorpusValidator(corpus);
    validator.checkDigests();
    for (Session session : corpus.sessions()) {
      validator.problems.addAll(new SessionRules(corpus, session).problems());
    }
    validator.problems.addAll(new PairRules(corpus).problems());
    validator.problems.addAll(FeedRules.problems(corpus));
    return List.copyOf(validator.problems);
  }

  private void checkDigests() throws IOException {
    Map<String, String> found = CorpusWriter.digests(corpus.folder());
    Map<String, String> listed = corpus.digests();
    Set<String> names = new TreeSet<>(found.keySet());
    names.addAll(listed.keySet());
    for (String name : names) {
      Optional<String> is = Optional.ofNullable(found.get(name));
      Optional<String> should = Optional.ofNullable(listed.get(name));
      if (is.isEmpty()) {
        problems.add(name + ": listed in corpus.json but missing");
      } else if (should.isEmpty()) {
        problems.add(name + ": not listed in corpus.json");
      } else if (!is.equals(should)) {
        problems.add(name + ": differs from its digest in corpus.json");
      }
    }
  }
}

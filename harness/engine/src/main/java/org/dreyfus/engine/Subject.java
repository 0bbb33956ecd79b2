package org.dreyfus.engine;

import java.util.Map;
import java.util.TreeMap;
import org.dreyfus.classifier.ClassifierProvider;
import org.dreyfus.corpus.Session;

/**
 * A classifier that is to be run, and its options.
 *
 * @param provider makes it
 * @param options given to it for every session, and recorded with the results
 * @param fed whether it is told the network feed, when it asks for it
 * @param learnt further options by session id: models, see {@link Trainer}; sessions that are not
 *     named have none. What is in them must be told by {@code options}, for instance by a digest,
 *     since these alone say which run it is
 */
public record Subject(
    ClassifierProvider provider,
    Map<String, String> options,
    boolean fed,
    Map<String, Map<String, String>> learnt) {

  public Subject {
    options = Map.copyOf(options);
    learnt = Map.copyOf(learnt);
  }

  /** A classifier that has not learnt anything. */
  public Subject(ClassifierProvider provider, Map<String, String> options, boolean fed) {
    this(provider, options, fed, Map.of());
  }

  public String id() {
    return provider.descriptor().id();
  }

  /** This classifier after training. */
  public Subject with(Training.Done training) {
    Map<String, String> all = new TreeMap<>(options);
    all.putAll(training.facts());
    return new Subject(provider, all, fed, training.optionsBySession());
  }

  /** What the classifier is given for one session. */
  Map<String, String> optionsFor(Session session) {
    Map<String, String> all = new TreeMap<>(options);
    all.putAll(learnt.getOrDefault(session.id(), Map.of()));
    return all;
  }
}

package org.dreyfus.engine;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dreyfus.bundle.DecisionPoint;
import org.dreyfus.classifier.ClassifierDescriptor;
import org.dreyfus.classifier.ClassifierDescriptor.Feed;
import org.dreyfus.corpus.Session;

/**
 * A classifier that is to be run, its options and what it is told: one row of the results.
 * EVIDENCE, Feeds: runs with and without the rights feed are separate rows.
 *
 * @param execution where it runs
 * @param options given to it for every session, and recorded with the results
 * @param feeds given to it
 * @param learnt further options by session id: models, see {@link Trainer}; sessions that are not
 *     named have none. What is in them must be told by {@code options}, for instance by a digest,
 *     since these alone say which run it is
 */
public record Subject(
    Execution execution,
    Map<String, String> options,
    Set<Feed> feeds,
    Map<String, Map<String, String>> learnt) {

  private static final String WITHOUT_RIGHTS_ID = "-without-rights";
  private static final String WITHOUT_RIGHTS_NAME = " without the rights feed";

  public Subject {
    options = Map.copyOf(options);
    feeds = Set.copyOf(feeds);
    learnt = Map.copyOf(learnt);
  }

  /** A classifier that has not learnt anything. */
  public Subject(Execution execution, Map<String, String> options, Set<Feed> feeds) {
    this(execution, options, feeds, Map.of());
  }

  /**
   * The rows of one classifier: one, or two when it can be given the rights feed.
   *
   * @param available the feeds that the run can give
   */
  public static List<Subject> rows(
      Execution execution, Map<String, String> options, Set<Feed> available) {
    Set<Feed> given = EnumSet.noneOf(Feed.class);
    given.addAll(execution.descriptor().feeds());
    given.retainAll(available);
    Subject told = new Subject(execution, options, given);
    if (!given.contains(Feed.RIGHTS)) {
      return List.of(told);
    }
    Set<Feed> others = EnumSet.copyOf(given);
    others.remove(Feed.RIGHTS);
    return List.of(told, new Subject(execution, options, others));
  }

  /** The id of the row: that of the classifier, or what says that it was denied the works. */
  public String id() {
    return descriptor().id();
  }

  /** What the classifier says of itself; id and name say when it was denied the rights feed. */
  public ClassifierDescriptor descriptor() {
    ClassifierDescriptor own = execution.descriptor();
    if (!own.feeds().contains(Feed.RIGHTS) || feeds.contains(Feed.RIGHTS)) {
      return own;
    }
    return new ClassifierDescriptor(
        own.id() + WITHOUT_RIGHTS_ID,
        own.name() + WITHOUT_RIGHTS_NAME,
        own.version(),
        own.vendor(),
        own.description(),
        own.feeds(),
        own.reconstruction());
  }

  /**
   * This classifier over one stream of all sessions: a row of its own, without the network feed,
   * and with the time for all sessions together.
   */
  Subject interleaved(int sessions) {
    Set<Feed> fewer = EnumSet.noneOf(Feed.class);
    fewer.addAll(feeds);
    fewer.remove(Feed.NETWORK);
    return new Subject(execution.interleaved(sessions), options, fewer);
  }

  /** The feeds given to it, by name. */
  Set<String> feedNames() {
    Set<String> names = new TreeSet<>();
    feeds.forEach(feed -> names.add(feed.name()));
    return names;
  }

  /** How it is known at which packet it decided: it is called with each packet. */
  public DecisionPoint decisionPoint() {
    if (execution instanceof Execution.Apart apart) {
      return apart.decidesInStep() ? DecisionPoint.LOCKSTEP : DecisionPoint.STREAM;
    }
    return DecisionPoint.IN_PROCESS;
  }

  /** This classifier after training. */
  public Subject with(Training.Done training) {
    Map<String, String> all = new TreeMap<>(options);
    all.putAll(training.facts());
    return new Subject(execution, all, feeds, training.optionsBySession());
  }

  /**
   * This classifier on other sessions than those it has learnt from: each is given what was learnt
   * without its cluster. For a cluster that is not among the sessions learnt from, anything was.
   *
   * @param from the sessions of the corpus that was learnt from
   * @param to sessions recorded apart from it, of other works
   */
  public Subject carriedOver(List<Session> from, List<Session> to) {
    if (learnt.isEmpty()) {
      return this;
    }
    Map<String, Map<String, String>> byCluster = new TreeMap<>();
    for (Session session : from) {
      Optional.ofNullable(learnt.get(session.id()))
          .ifPresent(own -> byCluster.putIfAbsent(session.cluster(), own));
    }
    Map<String, String> any =
        learnt.entrySet().stream()
            .min(Map.Entry.comparingByKey())
            .map(Map.Entry::getValue)
            .orElse(Map.of());
    Map<String, Map<String, String>> over = new TreeMap<>();
    to.forEach(session -> over.put(session.id(), byCluster.getOrDefault(session.cluster(), any)));
    return new Subject(execution, options, feeds, over);
  }

  /** What the classifier is given for one session. */
  Map<String, String> optionsFor(Session session) {
    Map<String, String> all = new TreeMap<>(options);
    all.putAll(learnt.getOrDefault(session.id(), Map.of()));
    return all;
  }
}

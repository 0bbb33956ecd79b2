package org.dreyfus.scoring;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dreyfus.corpus.vocabulary.TrafficClass;

/**
 * What an {@link OwnCeiling} follows from: sessions by the names that were given to their flows.
 */
final class OwnCeilingTally implements Tally<OwnCeilingTally> {

  private static final long serialVersionUID = 1L;

  private static final int FEWEST_CLUSTERS = 3;
  private static final String UNKNOWN = "Unknown";

  private final HashMap<NamedSession, Long> sessions = new HashMap<>();
  private int unanswered;

  @Override
  public void add(SessionJudgement session) {
    if (session.legality() != Legality.MIXED) {
      sessions.merge(NamedSession.of(session), 1L, Long::sum);
      unanswered += session.anyUnanswered() ? 1 : 0;
    }
  }

  @Override
  public void add(OwnCeilingTally other) {
    other.sessions.forEach((session, count) -> sessions.merge(session, count, Long::sum));
    unanswered += other.unanswered;
  }

  /**
   * Empty when the classifier names nothing, or calls everything unknown.
   *
   * @param mix share of each class among lawful sessions
   */
  Optional<OwnCeiling> ceiling(Map<TrafficClass, Double> mix) {
    Map<String, Set<String>> clusters = new TreeMap<>();
    for (NamedSession session : sessions.keySet()) {
      session
          .names()
          .forEach(
              name ->
                  clusters.computeIfAbsent(name, absent -> new TreeSet<>()).add(session.cluster()));
    }
    if (Set.of(UNKNOWN).containsAll(clusters.keySet())) {
      return Optional.empty();
    }
    Set<String> usable = new TreeSet<>(clusters.keySet());
    usable.removeIf(name -> clusters.getOrDefault(name, Set.of()).size() < FEWEST_CLUSTERS);
    OwnNames fit = new OwnNames(sessions, usable, mix);
    return Optional.of(
        new OwnCeiling(
            clusters.size(),
            usable.size(),
            fit.folds(),
            fit.choices(),
            fit.undecided(),
            fit.outOfReach(),
            unanswered));
  }
}

package org.dreyfus.scoring;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.dreyfus.corpus.Pair;
import org.dreyfus.scoring.Roc.Point;
import org.dreyfus.scoring.roc.Scored;
import org.dreyfus.scoring.roc.Steps;

/** What a {@link Roc} follows from: how often which score was given, cluster by cluster. */
final class RocTally implements Tally<RocTally> {

  private static final long serialVersionUID = 1L;

  private static final int MOST_POINTS = 200;

  private final Scores lawful = new Scores();
  private final Scores unlicensed = new Scores();
  private final RateTally blocked = new RateTally();
  private final RateTally caught = new RateTally();
  private final EnumMap<Pair.Type, PairTally> pairs = new EnumMap<>(Pair.Type.class);
  private boolean scored;

  /** Scores of sessions of one kind. */
  private static final class Scores implements Serializable {
    private static final long serialVersionUID = 1L;

    private record Score(double lowest, double highest) implements Serializable, Comparable<Score> {
      @Override
      public int compareTo(Score other) {
        int byLowest = Double.compare(lowest, other.lowest);
        return byLowest != 0 ? byLowest : Double.compare(highest, other.highest);
      }
    }

    private final TreeMap<String, TreeMap<Score, Long>> clusters = new TreeMap<>();

    private void add(String cluster, SessionScore score) {
      cluster(cluster).merge(new Score(score.lowest(), score.highest()), 1L, Long::sum);
    }

    private void add(Scores other) {
      other.clusters.forEach(
          (cluster, its) ->
              its.forEach((score, count) -> cluster(cluster).merge(score, count, Long::sum)));
    }

    private TreeMap<Score, Long> cluster(String cluster) {
      return clusters.computeIfAbsent(cluster, absent -> new TreeMap<>());
    }

    private boolean isEmpty() {
      return clusters.isEmpty();
    }

    private int sessions() {
      return clusters.values().stream().mapToInt(Scores::size).sum();
    }

    private int unscored() {
      return clusters.values().stream()
          .flatMap(its -> its.entrySet().stream())
          .filter(each -> each.getKey().lowest() < each.getKey().highest())
          .mapToInt(each -> each.getValue().intValue())
          .sum();
    }

    private static int size(TreeMap<Score, Long> cluster) {
      return cluster.values().stream().mapToInt(Long::intValue).sum();
    }

    /** Each cluster weighs one. */
    private void addTo(List<Scored> all, boolean isUnlicensed) {
      clusters
          .values()
          .forEach(
              its -> {
                double sessions = size(its);
                its.forEach(
                    (score, count) ->
                        all.add(
                            new Scored(
                                score.lowest(), score.highest(), count / sessions, isUnlicensed)));
              });
    }
  }

  @Override
  public void add(SessionJudgement session) {
    scored |= session.flows().stream().anyMatch(f -> f.observation().score().isPresent());
    SessionScore score = SessionScore.of(session);
    String cluster = session.session().cluster();
    if (session.legality() == Legality.LEGAL) {
      lawful.add(cluster, score);
      ErrorCount.ANY_BLOCKED.count(session, blocked);
    } else if (session.legality() == Legality.INFRINGING) {
      unlicensed.add(cluster, score);
      ErrorCount.WORK_BLOCKED.count(session, caught);
    }
    session
        .session()
        .pair()
        .map(Pair::type)
        .ifPresent(
            type -> pairs(type).add(session, type, score.isWhole() ? score.lowest() : Double.NaN));
  }

  @Override
  public void add(RocTally other) {
    scored |= other.scored;
    lawful.add(other.lawful);
    unlicensed.add(other.unlicensed);
    blocked.add(other.blocked);
    caught.add(other.caught);
    other.pairs.forEach((type, its) -> pairs(type).add(its));
  }

  private PairTally pairs(Pair.Type type) {
    return pairs.computeIfAbsent(type, absent -> new PairTally());
  }

  /** Empty when the classifier gave no score, or one of the two kinds of sessions is missing. */
  Optional<Roc> roc() {
    if (!scored || lawful.isEmpty() || unlicensed.isEmpty()) {
      return Optional.empty();
    }
    List<Scored> all = new ArrayList<>();
    lawful.addTo(all, false);
    unlicensed.addTo(all, true);
    int lawfulClusters = lawful.clusters.size();
    int unlicensedClusters = unlicensed.clusters.size();
    return Optional.of(
        new Roc(
            lawfulClusters,
            unlicensedClusters,
            lawful.sessions() + unlicensed.sessions(),
            lawful.unscored() + unlicensed.unscored(),
            Steps.thinned(Steps.of(all), MOST_POINTS).stream()
                .map(step -> Roc.point(step, lawfulClusters, unlicensedClusters))
                .toList(),
            new Point(
                Optional.empty(),
                Roc.Share.of(blocked.rate(Alpha.ALONE)),
                Roc.Share.of(caught.rate(Alpha.ALONE))),
            scoredPairs()));
  }

  private List<ScoredPairs> scoredPairs() {
    List<ScoredPairs> all = new ArrayList<>();
    pairs.forEach(
        (type, its) -> {
          Discrimination order = its.discrimination(Alpha.ALONE);
          if (order.pairs() > 0) {
            all.add(ScoredPairs.of(type, order, its.unmarked()));
          }
        });
    return all;
  }
}

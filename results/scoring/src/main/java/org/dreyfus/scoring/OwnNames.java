package org.dreyfus.scoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.dreyfus.corpus.vocabulary.TrafficClass;
import org.dreyfus.scoring.ceiling.Appearance;
import org.dreyfus.scoring.ceiling.Ceiling;
import org.dreyfus.scoring.ceiling.CeilingFinder;
import org.dreyfus.scoring.ceiling.Vertex;

/**
 * Chooses names to block, on all sessions and with each cluster left out. The fit of a cluster
 * whose sessions look like those of another is the same and is made once.
 */
final class OwnNames {

  private static final int MOST_FOLDS = 500;

  /** What a choice of names sees of a session. */
  private record Look(TrafficClass trafficClass, Set<String> names, Optional<String> decisive) {
    static final Comparator<Look> ORDER =
        Comparator.comparing(Look::trafficClass)
            .thenComparing(look -> look.names().toString())
            .thenComparing(look -> look.decisive().orElse(""));
  }

  private final Map<NamedSession, Long> sessions;
  private final Set<String> usable;
  private final Map<TrafficClass, Double> mix;
  private final List<Map<NamedSession, Long>> folds;
  private final Map<Look, long[]> all;
  private final Ceiling fitted;
  private final long unlicensed;
  private final long outOfReach;

  /**
   * @param sessions that look the same, and how many
   */
  OwnNames(Map<NamedSession, Long> sessions, Set<String> usable, Map<TrafficClass, Double> mix) {
    this.sessions = sessions;
    this.usable = usable;
    this.mix = mix;
    this.folds = folds(sessions);
    this.all = looks(sessions);
    this.fitted = CeilingFinder.of(appearances(all), mix);
    this.unlicensed = count(sessions, NamedSession::unlicensed);
    this.outOfReach = count(sessions, this::isOutOfReach);
  }

  private static long count(Map<NamedSession, Long> some, Predicate<NamedSession> which) {
    return some.entrySet().stream()
        .filter(entry -> which.test(entry.getKey()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  int folds() {
    return folds.size();
  }

  long undecided() {
    return fitted.undecided();
  }

  long outOfReach() {
    return outOfReach;
  }

  List<OwnCeiling.Choice> choices() {
    List<OwnCeiling.Choice> choices = new ArrayList<>();
    choices.add(new OwnCeiling.Choice(scaled(fitted.vertices().get(0)), 0, leftOut(Set.of())));
    List<Double> prices = CeilingFinder.prices(fitted);
    for (int i = 0; i < prices.size(); i++) {
      choices.add(leftOut(scaled(fitted.vertices().get(i + 1)), prices.get(i)));
    }
    return choices;
  }

  /** Shares of the fit are of what names can reach; those that are printed are of all. */
  private Vertex scaled(Vertex vertex) {
    double reach = unlicensed == 0 ? 0 : (double) (unlicensed - outOfReach) / unlicensed;
    return new Vertex(
        Digits.six(vertex.falsePositives()), Digits.six(vertex.caught() * reach), vertex.blocked());
  }

  private double leftOut(Set<String> blocked) {
    long caught =
        count(sessions, session -> session.unlicensed() && session.isHeldBack(blocked::contains));
    return unlicensed == 0 ? 0 : Digits.six((double) caught / unlicensed);
  }

  private OwnCeiling.Choice leftOut(Vertex vertex, double price) {
    Map<List<Appearance>, Set<String>> choices = new HashMap<>();
    Map<TrafficClass, long[]> lawful = new EnumMap<>(TrafficClass.class);
    long caught = 0;
    for (Map<NamedSession, Long> fold : folds) {
      Map<Look, long[]> its = looks(fold);
      Set<String> blocked =
          choices.computeIfAbsent(
              appearances(its), same -> CeilingFinder.worthBlocking(without(its), mix, price));
      for (Map.Entry<NamedSession, Long> entry : fold.entrySet()) {
        NamedSession session = entry.getKey();
        if (session.unlicensed()) {
          caught += session.isHeldBack(blocked::contains) ? entry.getValue() : 0;
        } else {
          long[] hit = lawful.computeIfAbsent(session.trafficClass(), absent -> new long[2]);
          hit[0] += session.isHit(blocked) ? entry.getValue() : 0;
          hit[1] += entry.getValue();
        }
      }
    }
    double hit = 0;
    for (Map.Entry<TrafficClass, long[]> its : lawful.entrySet()) {
      hit += mix.getOrDefault(its.getKey(), 0.0) * its.getValue()[0] / its.getValue()[1];
    }
    return new OwnCeiling.Choice(
        vertex, Digits.six(hit), unlicensed == 0 ? 0 : Digits.six((double) caught / unlicensed));
  }

  private static List<Map<NamedSession, Long>> folds(Map<NamedSession, Long> sessions) {
    Map<String, Map<NamedSession, Long>> clusters = new TreeMap<>();
    sessions.forEach(
        (session, count) ->
            clusters
                .computeIfAbsent(session.cluster(), absent -> new HashMap<>())
                .put(session, count));
    List<Map<NamedSession, Long>> folds = new ArrayList<>();
    int next = 0;
    for (Map<NamedSession, Long> cluster : clusters.values()) {
      if (folds.size() < MOST_FOLDS) {
        folds.add(new HashMap<>());
      }
      folds.get(next++ % MOST_FOLDS).putAll(cluster);
    }
    return folds;
  }

  private boolean isOutOfReach(NamedSession session) {
    return session.unlicensed() && !session.isHeldBack(usable::contains);
  }

  /** Lawful and unlicensed sessions by what they look like; those out of reach are left out. */
  private Map<Look, long[]> looks(Map<NamedSession, Long> some) {
    Map<Look, long[]> looks = new TreeMap<>(Look.ORDER);
    for (Map.Entry<NamedSession, Long> entry : some.entrySet()) {
      NamedSession session = entry.getKey();
      if (!isOutOfReach(session)) {
        Set<String> names = new TreeSet<>(session.names());
        names.retainAll(usable);
        Optional<String> decisive =
            session.unlicensed() ? session.decisive(usable) : Optional.empty();
        looks
                .computeIfAbsent(
                    new Look(session.trafficClass(), names, decisive), absent -> new long[2])[
                session.unlicensed() ? 1 : 0] +=
            entry.getValue();
      }
    }
    return looks;
  }

  private static List<Appearance> appearances(Map<Look, long[]> looks) {
    List<Appearance> appearances = new ArrayList<>();
    looks.forEach(
        (look, count) ->
            appearances.add(
                new Appearance(
                    look.trafficClass(), look.names(), look.decisive(), count[0], count[1])));
    return appearances;
  }

  /** What is left for a fit. */
  private List<Appearance> without(Map<Look, long[]> fold) {
    Map<Look, long[]> rest = new TreeMap<>(Look.ORDER);
    all.forEach(
        (look, count) -> {
          long[] own = fold.getOrDefault(look, new long[2]);
          if (count[0] > own[0] || count[1] > own[1]) {
            rest.put(look, new long[] {count[0] - own[0], count[1] - own[1]});
          }
        });
    return appearances(rest);
  }
}

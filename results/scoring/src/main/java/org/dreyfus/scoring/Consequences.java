package org.dreyfus.scoring;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.dreyfus.corpus.vocabulary.TrafficClass;

/**
 * What error rates would mean for people, at a prevalence and a mix of traffic that the reader
 * sets. EVIDENCE, Consequences.
 *
 * @param classes error rates by class of traffic
 * @param habits how often lawful sessions of a kind were blocked, for models of subscribers
 */
public record Consequences(List<ClassRates> classes, List<Habit> habits) {

  /** Of staff time that a case took before automation: Boston University, 2003. */
  public static final int PERSON_HOURS_A_CASE = 2;

  private static final int STRIKES = 3;

  /**
   * Error rates over one class of traffic, at 95 %.
   *
   * @param trafficClass the class
   * @param falsePositives over its lawful sessions
   * @param falseNegatives over its sessions that move unlicensed works
   */
  public record ClassRates(TrafficClass trafficClass, Rate falsePositives, Rate falseNegatives) {}

  /**
   * Clusters of lawful sessions of which the same share had something blocked.
   *
   * @param trafficClass of the sessions
   * @param blocked share of a cluster's sessions, 0 to 1; unanswered ones count as passed
   * @param clusters how many
   */
  public record Habit(TrafficClass trafficClass, double blocked, int clusters) {}

  /**
   * How many of the sessions that a blocker stops move unlicensed works.
   *
   * @param low share, 0 to 1: most false positives with fewest caught
   * @param high share, the reverse; absent when no false positive was seen, since that does not
   *     show that there are none
   */
  public record Deserved(double low, Optional<Double> high) {}

  /** Every class that was measured on lawful sessions, the same: where a reader starts. */
  public Map<TrafficClass, Double> evenMix() {
    List<TrafficClass> measured =
        classes.stream()
            .filter(rates -> !rates.falsePositives().isEmpty())
            .map(ClassRates::trafficClass)
            .toList();
    Map<TrafficClass, Double> mix = new EnumMap<>(TrafficClass.class);
    measured.forEach(its -> mix.put(its, 1.0 / measured.size()));
    return mix;
  }

  /**
   * Of the sessions that are stopped, how many deserve it by the law that the labels state.
   *
   * @param prevalence share of sessions that move unlicensed works, above 0 and below 1
   * @param lawful share of each class among lawful sessions, together 1; a class that was not
   *     measured counts as anything from 0 to 1
   * @param unlicensed the same among the others
   * @return empty when it may be that nothing is stopped at all
   */
  public Optional<Deserved> deserved(
      double prevalence, Map<TrafficClass, Double> lawful, Map<TrafficClass, Double> unlicensed) {
    double mostHit = 0;
    double fewestHit = 0;
    double mostCaught = 0;
    double fewestCaught = 0;
    for (TrafficClass its : TrafficClass.values()) {
      Rate hit = find(its).map(ClassRates::falsePositives).orElse(Rate.EMPTY);
      Rate missed = find(its).map(ClassRates::falseNegatives).orElse(Rate.EMPTY);
      mostHit += lawful.getOrDefault(its, 0.0) * hit.upperAlone();
      fewestHit += lawful.getOrDefault(its, 0.0) * hit.lowerAlone();
      mostCaught += unlicensed.getOrDefault(its, 0.0) * (1 - missed.lowerAlone());
      fewestCaught += unlicensed.getOrDefault(its, 0.0) * (1 - missed.upperAlone());
    }
    double low = share(prevalence * fewestCaught, (1 - prevalence) * mostHit);
    double high = share(prevalence * mostCaught, (1 - prevalence) * fewestHit);
    if (Double.isNaN(low)) {
      return Optional.empty();
    }
    return Optional.of(
        new Deserved(
            Digits.six(low), fewestHit > 0 ? Optional.of(Digits.six(high)) : Optional.empty()));
  }

  private static double share(double wanted, double rest) {
    return wanted / (wanted + rest);
  }

  private Optional<ClassRates> find(TrafficClass its) {
    return classes.stream().filter(rates -> rates.trafficClass() == its).findFirst();
  }

  /**
   * A model, not a measurement: the share of subscribers who do nothing unlawful and yet are
   * accused three times.
   *
   * @param sessions that a subscriber holds in the time that strikes count
   * @param lawful share of each class among them, together 1
   * @param fixedHabits true when everybody does one thing all the time, false when every session is
   *     drawn anew
   */
  public double threeStrikes(int sessions, Map<TrafficClass, Double> lawful, boolean fixedHabits) {
    double struck = 0;
    double blocked = 0;
    for (Habit habit : habits) {
      double clusters =
          habits.stream()
              .filter(other -> other.trafficClass() == habit.trafficClass())
              .mapToInt(Habit::clusters)
              .sum();
      double weight = lawful.getOrDefault(habit.trafficClass(), 0.0) * habit.clusters() / clusters;
      struck += weight * atLeastThree(sessions, habit.blocked());
      blocked += weight * habit.blocked();
    }
    return fixedHabits ? struck : atLeastThree(sessions, blocked);
  }

  private static double atLeastThree(int sessions, double blocked) {
    return BinomialDistribution.of(sessions, Math.min(1, blocked)).survivalProbability(STRIKES - 1);
  }
}

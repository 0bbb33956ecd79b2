package org.dreyfus.scoring;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dreyfus.corpus.vocabulary.TrafficClass;

/** What {@link Consequences} follow from. */
final class ConsequencesTally implements Tally<ConsequencesTally> {

  private static final long serialVersionUID = 1L;

  private final EnumMap<TrafficClass, BothRates> classes = new EnumMap<>(TrafficClass.class);

  @Override
  public void add(SessionJudgement session) {
    rates(session.traits().trafficClass()).add(session);
  }

  @Override
  public void add(ConsequencesTally other) {
    other.classes.forEach((its, rates) -> rates(its).add(rates));
  }

  private BothRates rates(TrafficClass its) {
    return classes.computeIfAbsent(its, absent -> new BothRates());
  }

  Consequences consequences() {
    List<Consequences.ClassRates> rates = new ArrayList<>();
    List<Consequences.Habit> habits = new ArrayList<>();
    classes.forEach(
        (its, both) -> {
          rates.add(new Consequences.ClassRates(its, both.falsePositives(), both.falseNegatives()));
          habits(both.lawful())
              .forEach(
                  (share, clusters) -> habits.add(new Consequences.Habit(its, share, clusters)));
        });
    return new Consequences(rates, habits);
  }

  /** How many clusters had which share of their sessions hit. */
  private static Map<Double, Integer> habits(RateTally lawful) {
    Map<Double, Integer> shares = new TreeMap<>();
    lawful.shares().forEach(share -> shares.merge(Digits.six(share), 1, Integer::sum));
    return shares;
  }
}

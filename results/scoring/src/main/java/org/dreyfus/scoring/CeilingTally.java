package org.dreyfus.scoring;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dreyfus.corpus.vocabulary.TrafficClass;
import org.dreyfus.scoring.ProtocolCeiling.Panel;
import org.dreyfus.scoring.ceiling.Appearance;
import org.dreyfus.scoring.ceiling.CeilingFinder;

/** What a {@link ProtocolCeiling} follows from. */
final class CeilingTally implements Tally<CeilingTally> {

  private static final long serialVersionUID = 1L;

  private final Part paired = new Part();
  private final Part all = new Part();

  /** Sessions that one panel is drawn from. */
  private static final class Part implements Tally<Part> {
    private static final long serialVersionUID = 1L;
    private final LookTally looks = new LookTally();

    /** Lawful sessions of a class, and how many of them were hit. */
    private final EnumMap<TrafficClass, long[]> lawful = new EnumMap<>(TrafficClass.class);

    private long unlicensed;
    private long caught;

    @Override
    public void add(SessionJudgement session) {
      looks.add(session);
      if (session.legality() == Legality.LEGAL) {
        count(session.traits().trafficClass(), 1, session.anyBlocked() ? 1 : 0);
      } else if (session.legality() == Legality.INFRINGING) {
        unlicensed++;
        caught += BlockRule.HALF.gotThrough(session, false) ? 0 : 1;
      }
    }

    @Override
    public void add(Part other) {
      looks.add(other.looks);
      other.lawful.forEach((its, counts) -> count(its, counts[0], counts[1]));
      unlicensed += other.unlicensed;
      caught += other.caught;
    }

    private void count(TrafficClass its, long sessions, long hit) {
      long[] counts = lawful.computeIfAbsent(its, absent -> new long[2]);
      counts[0] += sessions;
      counts[1] += hit;
    }

    private double shareHit() {
      return share(
          lawful.values().stream().mapToLong(counts -> counts[1]).sum(),
          lawful.values().stream().mapToLong(counts -> counts[0]).sum());
    }

    private double shareHit(Map<TrafficClass, Double> mix) {
      double hit = 0;
      for (Map.Entry<TrafficClass, long[]> its : lawful.entrySet()) {
        hit += mix.getOrDefault(its.getKey(), 0.0) * its.getValue()[1] / its.getValue()[0];
      }
      return Digits.six(hit);
    }

    private double shareCaught() {
      return share(caught, unlicensed);
    }

    private static double share(long some, long all) {
      return all == 0 ? 0 : Digits.six((double) some / all);
    }
  }

  @Override
  public void add(SessionJudgement session) {
    all.add(session);
    if (session.session().pair().isPresent()) {
      paired.add(session);
    }
  }

  @Override
  public void add(CeilingTally other) {
    all.add(other.all);
    paired.add(other.paired);
  }

  ProtocolCeiling ceiling() {
    Map<TrafficClass, Double> mix = evenly();
    List<Appearance> appearances = all.looks.appearances();
    return new ProtocolCeiling(
        new Panel(
            ProtocolCeiling.rounded(CeilingFinder.of(paired.looks.appearances())),
            paired.shareHit(),
            paired.shareCaught()),
        new Panel(
            ProtocolCeiling.rounded(CeilingFinder.of(appearances, mix)),
            all.shareHit(mix),
            all.shareCaught()),
        mix,
        appearances);
  }

  /** Every class that lawful sessions have, the same. */
  private Map<TrafficClass, Double> evenly() {
    Map<TrafficClass, Double> mix = new TreeMap<>();
    all.lawful.keySet().forEach(its -> mix.put(its, Digits.six(1.0 / all.lawful.size())));
    return mix;
  }
}

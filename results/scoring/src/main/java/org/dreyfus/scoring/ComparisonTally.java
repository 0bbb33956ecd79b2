package org.dreyfus.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.dreyfus.scoring.Comparison.Difference;

/** What a {@link Difference} of two blockers follows from, cluster by cluster. */
final class ComparisonTally {

  private final TreeMap<String, Counts> clusters = new TreeMap<>();

  private static final class Counts {
    private long sessions;
    private long onlyFirst;
    private long onlySecond;
  }

  static Comparison of(Evidence first, Policy firstPolicy, Evidence second, Policy secondPolicy) {
    ComparisonTally lawful = new ComparisonTally();
    ComparisonTally unlicensed = new ComparisonTally();
    TwoRuns.read(
        first,
        second,
        (one, other) -> {
          SessionJudgement a = SessionJudgement.of(one, firstPolicy, first.facts().blindingKeys());
          SessionJudgement b =
              SessionJudgement.of(other, secondPolicy, second.facts().blindingKeys());
          if (a.inHeadline() && a.legality() == Legality.LEGAL) {
            lawful.add(a, a.anyBlocked(), b.anyBlocked());
          } else if (a.inHeadline() && a.legality() == Legality.INFRINGING) {
            unlicensed.add(a, gotThrough(a), gotThrough(b));
          }
        });
    return new Comparison(lawful.difference(), unlicensed.difference());
  }

  private static boolean gotThrough(SessionJudgement session) {
    return BlockRule.HALF.gotThrough(session, false);
  }

  private void add(SessionJudgement session, boolean first, boolean second) {
    Counts counts = clusters.computeIfAbsent(session.session().cluster(), absent -> new Counts());
    counts.sessions++;
    counts.onlyFirst += first && !second ? 1 : 0;
    counts.onlySecond += second && !first ? 1 : 0;
  }

  private Difference difference() {
    int m = clusters.size();
    if (m == 0) {
      return Difference.EMPTY;
    }
    long sessions = 0;
    double b = 0;
    double c = 0;
    List<Double> means = new ArrayList<>();
    for (Counts its : clusters.values()) {
      sessions += its.sessions;
      b += (double) its.onlyFirst / its.sessions;
      c += (double) its.onlySecond / its.sessions;
      means.add((double) (its.onlyFirst - its.onlySecond) / its.sessions);
    }
    ClusterInterval interval = ClusterInterval.ofDifference(b, c, m, Rate.ALPHA);
    return new Difference(
        Math.toIntExact(sessions),
        m,
        Digits.six(b / m),
        Digits.six(c / m),
        Digits.six((b - c) / m),
        Digits.six(interval.lower()),
        Digits.six(interval.upper()),
        Digits.six(SignFlip.p(means)));
  }
}

package org.dreyfus.scoring;

import java.io.Serializable;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.dreyfus.corpus.Pair;

/**
 * Whether the members of matched pairs are told apart, by a mark that each member gets: all that a
 * {@link Discrimination} follows from. A pair of which one member is missing is left out; none has
 * more than two in a valid corpus.
 */
final class PairTally implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Members whose pair is not complete, by id of the pair. */
  private final TreeMap<String, Member> alone = new TreeMap<>();

  /** Complete pairs, by cluster and coin; both are taken from the member that is first by id. */
  private final TreeMap<String, TreeMap<String, Counts>> clusters = new TreeMap<>();

  private int unmarked;

  /**
   * One member.
   *
   * @param mark NaN when it has none
   */
  private record Member(
      String session, String cluster, String coin, boolean unlicensed, double mark)
      implements Serializable {}

  /** Pairs of one coin in one cluster. */
  private static final class Counts implements Serializable {
    private static final long serialVersionUID = 1L;
    private long pairs;
    private long onlyInfringing;
    private long onlyLegal;

    private void add(Counts other) {
      pairs += other.pairs;
      onlyInfringing += other.onlyInfringing;
      onlyLegal += other.onlyLegal;
    }
  }

  /**
   * Counts a member; sessions of no pair of the type, and those that are neither lawful nor
   * unlicensed, are passed over.
   *
   * @param type of the pairs that are counted
   * @param mark the unlicensed member is told apart when its mark is higher; NaN for no mark, and
   *     then the pair counts as one whose members are alike
   */
  void add(SessionJudgement session, Pair.Type type, double mark) {
    session
        .session()
        .pair()
        .filter(pair -> pair.type() == type && session.legality() != Legality.MIXED)
        .ifPresent(
            pair ->
                meet(
                    pair.id(),
                    new Member(
                        session.session().id(),
                        session.session().cluster(),
                        pair.workPair(),
                        session.legality() == Legality.INFRINGING,
                        mark)));
  }

  void add(PairTally other) {
    other.alone.forEach(this::meet);
    other.clusters.forEach(
        (cluster, coins) -> coins.forEach((coin, counts) -> counts(cluster, coin).add(counts)));
    unmarked += other.unmarked;
  }

  private void meet(String pair, Member member) {
    Member partner = alone.remove(pair);
    if (partner == null) {
      alone.put(pair, member);
    } else if (partner.unlicensed() != member.unlicensed()) {
      count(partner, member);
    }
  }

  private void count(Member one, Member other) {
    Member first = one.session().compareTo(other.session()) < 0 ? one : other;
    Counts counts = counts(first.cluster(), first.coin());
    double infringing = one.unlicensed() ? one.mark() : other.mark();
    double legal = one.unlicensed() ? other.mark() : one.mark();
    counts.pairs++;
    counts.onlyInfringing += infringing > legal ? 1 : 0;
    counts.onlyLegal += infringing < legal ? 1 : 0;
    unmarked += Double.isNaN(infringing) || Double.isNaN(legal) ? 1 : 0;
  }

  private Counts counts(String cluster, String coin) {
    return clusters
        .computeIfAbsent(cluster, absent -> new TreeMap<>())
        .computeIfAbsent(coin, absent -> new Counts());
  }

  /** How many complete pairs have a member without a mark. */
  int unmarked() {
    return unmarked;
  }

  /**
   * @param allowed error probability
   */
  Discrimination discrimination(Alpha allowed) {
    double alpha = allowed.shared();
    int m = clusters.size();
    if (m == 0) {
      return new Discrimination(0, 0, 0, 0, 0, -1, 1, 1, Digits.six(alpha));
    }
    double b = 0;
    double c = 0;
    long pairs = 0;
    for (TreeMap<String, Counts> coins : clusters.values()) {
      Counts all = sum(coins.values());
      b += (double) all.onlyInfringing / all.pairs;
      c += (double) all.onlyLegal / all.pairs;
      pairs += all.pairs;
    }
    ClusterInterval difference = ClusterInterval.ofDifference(b, c, m, alpha);
    return new Discrimination(
        Math.toIntExact(pairs),
        m,
        Digits.six(b / m),
        Digits.six(c / m),
        Digits.six((b - c) / m),
        Digits.six(difference.lower()),
        Digits.six(difference.upper()),
        Digits.six(randomisation()),
        Digits.six(alpha));
  }

  private static Counts sum(Collection<Counts> coins) {
    Counts all = new Counts();
    coins.forEach(all::add);
    return all;
  }

  private double randomisation() {
    Map<String, Double> weights = new TreeMap<>();
    for (TreeMap<String, Counts> coins : clusters.values()) {
      long pairs = sum(coins.values()).pairs;
      coins.forEach(
          (coin, its) ->
              weights.merge(
                  coin, (double) (its.onlyInfringing - its.onlyLegal) / pairs, Double::sum));
    }
    return SignFlip.p(weights.values());
  }
}

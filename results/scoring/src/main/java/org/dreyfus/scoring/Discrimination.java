package org.dreyfus.scoring;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.ToIntBiFunction;
import org.dreyfus.corpus.Pair;

/**
 * Whether a blocker tells the members of matched pairs apart. EVIDENCE, Pairs and discrimination.
 *
 * @param pairs session pairs counted
 * @param clusters the n of the interval
 * @param onlyInfringing b / m: cluster mean of "only the unlicensed member blocked"
 * @param onlyLegal c / m: cluster mean of "only the lawful member blocked"
 * @param difference J = b - c, -1 to 1
 * @param lower end of the interval of J at alpha / K
 * @param upper end of the interval of J at alpha / K
 * @param p two-sided, by randomisation over the coins
 * @param alpha error probability that this claim may use
 */
public record Discrimination(
    int pairs,
    int clusters,
    double onlyInfringing,
    double onlyLegal,
    double difference,
    double lower,
    double upper,
    double p,
    double alpha) {

  /** "At chance" is said only when the whole interval lies within this distance of 0. */
  public static final double CHANCE = 0.20;

  /** One pair: +1 when only the unlicensed member was blocked, -1 when only the lawful one was. */
  private record Contrast(String cluster, String coin, int value) {}

  /** Both members of a pair; cluster and coin are taken from the first in order. */
  private record Members(
      SessionJudgement infringing, SessionJudgement legal, SessionJudgement first) {

    Contrast contrast(ToIntBiFunction<SessionJudgement, SessionJudgement> contrast) {
      return new Contrast(
          first.session().cluster(),
          first.session().pair().orElseThrow().workPair(),
          Integer.signum(contrast.applyAsInt(infringing, legal)));
    }
  }

  /** True when the interval excludes more than chance. */
  public boolean atChance() {
    return lower >= -CHANCE && upper <= CHANCE;
  }

  /**
   * Pairs of one type among {@code sessions}; a pair of which one member is missing is left out.
   *
   * @param allowed error probability
   */
  static Discrimination of(Collection<SessionJudgement> sessions, Pair.Type type, Alpha allowed) {
    return of(
        sessions,
        type,
        allowed,
        (infringing, legal) -> (infringing.halfBlocked() ? 1 : 0) - (legal.halfBlocked() ? 1 : 0));
  }

  /**
   * The same for any way to tell the members apart.
   *
   * @param contrast of the unlicensed member and the lawful one: 1 when it speaks against the
   *     first, -1 when against the second, 0 when it speaks of both alike
   */
  static Discrimination of(
      Collection<SessionJudgement> sessions,
      Pair.Type type,
      Alpha allowed,
      ToIntBiFunction<SessionJudgement, SessionJudgement> contrast) {
    List<Contrast> contrasts =
        members(sessions, type).stream().map(pair -> pair.contrast(contrast)).toList();
    double alpha = allowed.shared();
    if (contrasts.isEmpty()) {
      return new Discrimination(0, 0, 0, 0, 0, -1, 1, 1, Digits.six(alpha));
    }
    Map<String, List<Contrast>> clusters = new TreeMap<>();
    contrasts.forEach(c -> clusters.computeIfAbsent(c.cluster(), name -> new ArrayList<>()).add(c));
    int m = clusters.size();
    double b = sumOfMeans(clusters.values(), 1);
    double c = sumOfMeans(clusters.values(), -1);
    ClusterInterval difference = ClusterInterval.ofDifference(b, c, m, alpha);
    return new Discrimination(
        contrasts.size(),
        m,
        Digits.six(b / m),
        Digits.six(c / m),
        Digits.six((b - c) / m),
        Digits.six(difference.lower()),
        Digits.six(difference.upper()),
        Digits.six(randomisation(clusters.values())),
        Digits.six(alpha));
  }

  /** How many pairs of a type something holds of: given the unlicensed member, then the lawful. */
  static int count(
      Collection<SessionJudgement> sessions,
      Pair.Type type,
      BiPredicate<SessionJudgement, SessionJudgement> holds) {
    return (int)
        members(sessions, type).stream()
            .filter(pair -> holds.test(pair.infringing(), pair.legal()))
            .count();
  }

  private static List<Members> members(Collection<SessionJudgement> sessions, Pair.Type type) {
    Map<String, List<SessionJudgement>> pairs = new TreeMap<>();
    for (SessionJudgement session : sessions) {
      session
          .session()
          .pair()
          .filter(pair -> pair.type() == type)
          .ifPresent(
              pair -> pairs.computeIfAbsent(pair.id(), id -> new ArrayList<>()).add(session));
    }
    List<Members> complete = new ArrayList<>();
    for (List<SessionJudgement> both : pairs.values()) {
      List<SessionJudgement> legal = Strata.with(both, Legality.LEGAL);
      List<SessionJudgement> infringing = Strata.with(both, Legality.INFRINGING);
      if (both.size() == 2 && legal.size() == 1 && infringing.size() == 1) {
        complete.add(new Members(infringing.get(0), legal.get(0), both.get(0)));
      }
    }
    return complete;
  }

  private static double sumOfMeans(Collection<List<Contrast>> clusters, int sign) {
    double sum = 0;
    for (List<Contrast> cluster : clusters) {
      sum += (double) cluster.stream().filter(c -> c.value() == sign).count() / cluster.size();
    }
    return sum;
  }

  private static double randomisation(Collection<List<Contrast>> clusters) {
    Map<String, Double> weights = new TreeMap<>();
    for (List<Contrast> cluster : clusters) {
      cluster.forEach(
          c -> weights.merge(c.coin(), (double) c.value() / cluster.size(), Double::sum));
    }
    return SignFlip.p(weights.values());
  }
}

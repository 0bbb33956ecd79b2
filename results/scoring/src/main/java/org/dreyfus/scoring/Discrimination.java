package org.dreyfus.scoring;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
    List<Contrast> contrasts = contrasts(sessions, type);
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

  private static List<Contrast> contrasts(Collection<SessionJudgement> sessions, Pair.Type type) {
    Map<String, List<SessionJudgement>> pairs = new TreeMap<>();
    for (SessionJudgement session : sessions) {
      session
          .session()
          .pair()
          .filter(pair -> pair.type() == type)
          .ifPresent(
              pair -> pairs.computeIfAbsent(pair.id(), id -> new ArrayList<>()).add(session));
    }
    List<Contrast> contrasts = new ArrayList<>();
    for (List<SessionJudgement> members : pairs.values()) {
      boolean complete =
          members.size() == 2
              && members.stream().anyMatch(s -> s.legality() == Legality.INFRINGING)
              && members.stream().anyMatch(s -> s.legality() == Legality.LEGAL);
      if (complete) {
        contrasts.add(contrast(members));
      }
    }
    return contrasts;
  }

  private static Contrast contrast(List<SessionJudgement> members) {
    SessionJudgement first = members.get(0);
    SessionJudgement second = members.get(1);
    boolean firstInfringes = first.legality() == Legality.INFRINGING;
    SessionJudgement infringing = firstInfringes ? first : second;
    SessionJudgement legal = firstInfringes ? second : first;
    int value = (infringing.halfBlocked() ? 1 : 0) - (legal.halfBlocked() ? 1 : 0);
    String coin = first.session().pair().orElseThrow().workPair();
    return new Contrast(first.session().cluster(), coin, value);
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

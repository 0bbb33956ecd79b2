package org.dreyfus.scoring;

import java.util.ArrayList;
import java.util.List;

/**
 * Two claims that cannot both hold, found from their populations and bounds alone.
 *
 * @param first id of a claim
 * @param second id of a claim
 * @param because in plain words
 */
public record Contradiction(String first, String second, String because) {

  /** All that stand among some claims. */
  public static List<Contradiction> among(List<Claim> claims) {
    List<Contradiction> found = new ArrayList<>();
    for (int i = 0; i < claims.size(); i++) {
      for (int j = i + 1; j < claims.size(); j++) {
        if (contradict(claims.get(i), claims.get(j))) {
          found.add(of(claims.get(i), claims.get(j)));
        }
      }
    }
    return found;
  }

  private static Contradiction of(Claim a, Claim b) {
    boolean aNever = a.hypothesis() instanceof Hypothesis.NeverBlocked;
    Claim never = aNever ? a : b;
    Claim always = aNever ? b : a;
    boolean absolute = always.hypothesis() instanceof Hypothesis.AlwaysBlocked;
    String because =
        absolute
            ? "There is traffic that '%s' says is never blocked and '%s' says is always blocked."
                .formatted(never.id(), always.id())
            : "The bounds of '%s' and '%s' on the same traffic exclude each other."
                .formatted(a.id(), b.id());
    return new Contradiction(a.id(), b.id(), because);
  }

  private static boolean contradict(Claim a, Claim b) {
    Hypothesis first = a.hypothesis();
    Hypothesis second = b.hypothesis();
    if (first instanceof Hypothesis.NeverBlocked && second instanceof Hypothesis.AlwaysBlocked
        || first instanceof Hypothesis.AlwaysBlocked && second instanceof Hypothesis.NeverBlocked) {
      return a.population().canMeet(b.population());
    }
    return excludesWithin(a, b) || excludesWithin(b, a);
  }

  /**
   * Whether the first allows less than the second asks for. A rate over a whole says nothing of its
   * parts unless it is none or all.
   */
  private static boolean excludesWithin(Claim upper, Claim lower) {
    boolean everyPart = upper.hypothesis() instanceof Hypothesis.NeverBlocked;
    boolean everyWhole = lower.hypothesis() instanceof Hypothesis.AlwaysBlocked;
    boolean comparable =
        upper.population().equals(lower.population())
            || (everyPart && lower.population().isWithin(upper.population()))
            || (everyWhole && upper.population().isWithin(lower.population()));
    return comparable && excludes(upper.hypothesis(), lower.hypothesis());
  }

  /** One bounds a rate from above, the other asks for more, over the same population. */
  private static boolean excludes(Hypothesis upper, Hypothesis lower) {
    double most = upper(upper);
    double least = lower(lower);
    return most < least && sameMetric(upper, lower);
  }

  private static double upper(Hypothesis hypothesis) {
    if (hypothesis instanceof Hypothesis.AtMost atMost) {
      return atMost.bound();
    }
    return hypothesis instanceof Hypothesis.NeverBlocked ? 0 : Double.POSITIVE_INFINITY;
  }

  private static double lower(Hypothesis hypothesis) {
    if (hypothesis instanceof Hypothesis.AtLeast atLeast) {
      return atLeast.bound();
    }
    return hypothesis instanceof Hypothesis.AlwaysBlocked ? 1 : Double.NEGATIVE_INFINITY;
  }

  private static boolean sameMetric(Hypothesis upper, Hypothesis lower) {
    return upper instanceof Hypothesis.AtMost most && lower instanceof Hypothesis.AtLeast least
        ? most.metric() == least.metric()
        : upper instanceof Hypothesis.NeverBlocked || lower instanceof Hypothesis.AlwaysBlocked;
  }
}

package org.dreyfus.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.dreyfus.corpus.Pair;

/**
 * Whether a blocker tells the members of some of the matched pairs apart. Types are never pooled.
 *
 * @param type W: different works; L: the same bytes, of which one distributor had leave
 * @param shield of the content; absent for all pairs of the type
 * @param result over them
 */
public record PairTest(Pair.Type type, Optional<Shield> shield, Discrimination result) {

  /** One test of all pairs of each type, and one for every shield that has pairs. */
  static List<PairTest> of(List<SessionJudgement> sessions) {
    List<PairTest> tests = new ArrayList<>();
    for (Pair.Type type : Pair.Type.values()) {
      add(type, Optional.empty(), sessions, tests);
      for (Shield shield : Shield.values()) {
        add(type, Optional.of(shield), sessions, tests);
      }
    }
    return tests;
  }

  private static void add(
      Pair.Type type, Optional<Shield> shield, List<SessionJudgement> all, List<PairTest> tests) {
    Predicate<SessionJudgement> counts =
        session -> shield.isEmpty() || shield.equals(Shield.of(session.protections()));
    Discrimination result =
        Discrimination.of(all.stream().filter(counts).toList(), type, Alpha.ALONE);
    if (result.pairs() > 0) {
      tests.add(new PairTest(type, shield, result));
    }
  }
}

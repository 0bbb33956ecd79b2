package org.dreyfus.scoring;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.dreyfus.corpus.Pair;

/** Matched pairs: of each type, by shield, and cluster by cluster for the figure. */
final class PairsTally implements Tally<PairsTally> {

  private static final long serialVersionUID = 1L;

  private final EnumMap<Pair.Type, PairTally> types = new EnumMap<>(Pair.Type.class);
  private final EnumMap<Pair.Type, EnumMap<Shield, PairTally>> shields =
      new EnumMap<>(Pair.Type.class);
  private final EnumMap<Pair.Type, TreeMap<String, PairRowTally>> rows =
      new EnumMap<>(Pair.Type.class);

  @Override
  public void add(SessionJudgement session) {
    session.session().pair().map(Pair::type).ifPresent(type -> add(session, type));
  }

  private void add(SessionJudgement session, Pair.Type type) {
    double mark = session.halfBlocked() ? 1 : 0;
    of(type).add(session, type, mark);
    Shield.of(session.protections()).ifPresent(shield -> of(type, shield).add(session, type, mark));
    row(type, session.session().cluster()).add(session);
  }

  @Override
  public void add(PairsTally other) {
    other.types.forEach((type, its) -> of(type).add(its));
    other.shields.forEach(
        (type, byShield) -> byShield.forEach((shield, its) -> of(type, shield).add(its)));
    other.rows.forEach(
        (type, clusters) -> clusters.forEach((cluster, its) -> row(type, cluster).add(its)));
  }

  private PairTally of(Pair.Type type) {
    return types.computeIfAbsent(type, absent -> new PairTally());
  }

  private PairTally of(Pair.Type type, Shield shield) {
    return shields
        .computeIfAbsent(type, absent -> new EnumMap<>(Shield.class))
        .computeIfAbsent(shield, absent -> new PairTally());
  }

  private PairRowTally row(Pair.Type type, String cluster) {
    return rows.computeIfAbsent(type, absent -> new TreeMap<>())
        .computeIfAbsent(cluster, absent -> new PairRowTally());
  }

  /** One test of all pairs of each type, and one for every shield that has pairs. */
  List<PairTest> tests() {
    List<PairTest> tests = new ArrayList<>();
    types.forEach(
        (type, all) -> {
          test(type, Optional.empty(), all, tests);
          shields
              .getOrDefault(type, new EnumMap<>(Shield.class))
              .forEach((shield, its) -> test(type, Optional.of(shield), its, tests));
        });
    return tests;
  }

  /** What a test of all pairs of a type found; a test of nothing when there is none. */
  static Discrimination overall(List<PairTest> tests, Pair.Type type) {
    return tests.stream()
        .filter(test -> test.type() == type && test.shield().isEmpty())
        .map(PairTest::result)
        .findFirst()
        .orElseGet(() -> new PairTally().discrimination(Alpha.ALONE));
  }

  private static void test(
      Pair.Type type, Optional<Shield> shield, PairTally pairs, List<PairTest> tests) {
    Discrimination result = pairs.discrimination(Alpha.ALONE);
    if (result.pairs() > 0) {
      tests.add(new PairTest(type, shield, result));
    }
  }

  List<PairRow> rows() {
    List<PairRow> all = new ArrayList<>();
    rows.forEach(
        (type, clusters) -> clusters.forEach((cluster, its) -> all.add(its.row(type, cluster))));
    return all;
  }
}

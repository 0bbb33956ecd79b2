package org.dreyfus.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dreyfus.bundle.Beside;
import org.dreyfus.bundle.Bundle;
import org.dreyfus.corpus.Pair;
import org.dreyfus.scoring.Discrimination;
import org.dreyfus.scoring.PairTest;
import org.dreyfus.scoring.Policy;
import org.dreyfus.scoring.Rate;
import org.dreyfus.scoring.Scorecard;

/** The blockers of one run, one beside the other. */
public final class BesideTable {

  /**
   * One blocker.
   *
   * @param name of the classifier
   * @param policy in words; empty when the classifier itself blocks
   * @param feeds what it was told in advance
   * @param own true when the page is about it
   * @param falsePositives of its headline
   * @param falseNegatives of its headline
   * @param pairTests one a type
   */
  public record Row(
      String name,
      String policy,
      Set<String> feeds,
      boolean own,
      Rate falsePositives,
      Rate falseNegatives,
      List<PairTest> pairTests) {

    /** How much oftener the unlicensed work of a pair was blocked; absent without such pairs. */
    public Optional<Discrimination> difference(Pair.Type type) {
      return pairTests.stream()
          .filter(test -> test.type() == type && test.shield().isEmpty())
          .map(PairTest::result)
          .findFirst();
    }
  }

  private BesideTable() {}

  private static String policy(String id, String title) {
    return id.equals(Policy.OWN.id()) ? "" : title;
  }

  /** The blockers of the page first, then the others of its run; none when there were no others. */
  public static List<Row> of(Bundle bundle, List<Scorecard> cards) {
    Optional<Beside> beside = bundle.beside();
    if (beside.isEmpty()) {
      return List.of();
    }
    List<Row> rows = new ArrayList<>();
    for (Scorecard card : cards) {
      rows.add(
          new Row(
              bundle.manifest().classifier().name(),
              policy(card.policy().id(), card.policy().title()),
              card.feeds(),
              true,
              card.headline().falsePositives(),
              card.headline().falseNegatives(),
              card.pairTests()));
    }
    for (Beside.Blocker other : beside.get().blockers()) {
      rows.add(
          new Row(
              other.name(),
              policy(other.policy(), other.policyTitle()),
              other.feeds(),
              false,
              other.falsePositives(),
              other.falseNegatives(),
              other.pairTests()));
    }
    return rows;
  }
}

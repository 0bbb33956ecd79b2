package org.dreyfus.bundle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.dreyfus.scoring.PairRow;
import org.dreyfus.scoring.PairTest;
import org.dreyfus.scoring.Rate;
import org.dreyfus.scoring.Scorecard;

/**
 * {@code beside.json}: what the other blockers of the same run did. A run of one classifier has
 * none. It is no part of the scorecard, which follows from the observations of one classifier.
 *
 * @param schemaVersion of this file: 1
 * @param blockers in the order of the run
 */
public record Beside(int schemaVersion, List<Blocker> blockers) {

  /** The version of {@code beside.json} that this code reads and writes. */
  public static final int SCHEMA_VERSION = 1;

  public Beside {
    blockers = List.copyOf(blockers);
  }

  /**
   * One policy of another classifier.
   *
   * @param classifier id
   * @param name of the classifier
   * @param version of the classifier
   * @param policy id
   * @param policyTitle for people
   * @param feeds what the classifier was told in advance
   * @param scorecardDigest SHA-256 of its {@code scorecard.json}, lower-case hex
   * @param falsePositives of its headline
   * @param falseNegatives of its headline
   * @param pairTests one a type of matched pairs, over all pairs of the type
   * @param pairRows the pairs cluster by cluster, when it is the same classifier told other things;
   *     otherwise empty
   */
  public record Blocker(
      String classifier,
      String name,
      String version,
      String policy,
      String policyTitle,
      Set<String> feeds,
      String scorecardDigest,
      Rate falsePositives,
      Rate falseNegatives,
      List<PairTest> pairTests,
      List<PairRow> pairRows) {

    public Blocker {
      feeds = Collections.unmodifiableSet(new TreeSet<>(feeds));
      pairTests = List.copyOf(pairTests);
      pairRows = List.copyOf(pairRows);
    }

    /**
     * What one scorecard says.
     *
     * @param sameClassifier true when only the feeds differ
     */
    public static Blocker of(
        ClassifierFacts classifier, Scorecard card, String digest, boolean sameClassifier) {
      return new Blocker(
          classifier.id(),
          classifier.name(),
          classifier.version(),
          card.policy().id(),
          card.policy().title(),
          card.feeds(),
          digest,
          card.headline().falsePositives(),
          card.headline().falseNegatives(),
          card.pairTests().stream().filter(test -> test.shield().isEmpty()).toList(),
          sameClassifier ? card.pairRows() : List.of());
    }
  }

  /** The same classifier under the same policy, told other things in advance. */
  public Optional<Blocker> withOtherFeeds(String policy) {
    return blockers.stream()
        .filter(blocker -> blocker.policy().equals(policy) && !blocker.pairRows().isEmpty())
        .findFirst();
  }

  /**
   * What is wrong with its form; empty when all is well.
   *
   * @param own id of the classifier whose bundle it lies in
   */
  List<String> problems(String own) {
    List<String> problems = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Blocker blocker : blockers) {
      String name = "blocker '" + blocker.classifier() + "/" + blocker.policy() + "'";
      if (!blocker.classifier().matches("[A-Za-z0-9._-]+")) {
        problems.add(name + " has an id that no folder can have");
      }
      if (!blocker.scorecardDigest().matches("[0-9a-f]{64}")) {
        problems.add(name + " has no SHA-256 of its scorecard");
      }
      if (blocker.classifier().equals(own)) {
        problems.add(name + " stands beside itself");
      }
      if (!seen.add(name)) {
        problems.add(name + " stands there twice");
      }
    }
    return problems;
  }
}

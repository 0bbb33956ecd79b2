package org.dreyfus.scoring;

import java.util.List;
import org.dreyfus.scoring.ceiling.Vertex;

/**
 * The best that can be done by blocking some of the names that a classifier itself gives to
 * protocols. EVIDENCE, The protocol ceiling: only names in at least 3 clusters,
 * leave-one-cluster-out. A name counts when it was given in time to hold back anything.
 *
 * @param names given in time
 * @param usableNames of these, in at least 3 clusters; the others are never blocked
 * @param folds of clusters, each left out once: as many as clusters, at most 500
 * @param choices from nothing blocked to all that is worth blocking
 * @param undecided sessions with unlicensed works over which no single name decides; fitted, they
 *     count as held back whatever is blocked, which favours the classifier; left out, they are
 *     counted as they are
 * @param outOfReach sessions with unlicensed works that no choice of usable names holds back
 * @param unanswered sessions with flows that were not answered; those have no name and pass
 */
public record OwnCeiling(
    int names,
    int usableNames,
    int folds,
    List<Choice> choices,
    long undecided,
    long outOfReach,
    int unanswered) {

  /**
   * One price for hitting the lawful.
   *
   * @param fitted what is worth blocking, chosen on the very sessions it is applied to
   * @param falsePositivesLeftOut share of lawful sessions hit, by the mix, when the choice for each
   *     cluster is made on all others, 0 to 1
   * @param caughtLeftOut share of sessions with unlicensed works held back in that way, 0 to 1
   */
  public record Choice(Vertex fitted, double falsePositivesLeftOut, double caughtLeftOut) {}

  public OwnCeiling {
    choices = List.copyOf(choices);
  }
}

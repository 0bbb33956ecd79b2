package org.dreyfus.scoring.ceiling;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * What blocking some protocols comes to.
 *
 * @param falsePositives share of lawful sessions hit, 0 to 1
 * @param caught share of sessions with unlicensed works held back, 0 to 1
 * @param blocked the protocols
 */
public record Vertex(double falsePositives, double caught, Set<String> blocked) {

  public Vertex {
    blocked = Collections.unmodifiableSet(new TreeSet<>(blocked));
  }

  /** Of the straight line to another vertex: points caught for a point of false positives. */
  double slopeTo(Vertex other) {
    return (other.caught - caught) / (other.falsePositives - falsePositives);
  }
}

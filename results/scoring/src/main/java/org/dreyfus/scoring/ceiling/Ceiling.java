package org.dreyfus.scoring.ceiling;

import java.util.List;

/**
 * No box that decides by protocol alone gets above this line, whichever protocols it blocks. The
 * straight pieces between vertices are reached by one coin a session. The line is fitted on the
 * corpus itself, which favours the box.
 *
 * @param vertices from nothing blocked to all that is worth blocking, in rising order
 * @param undecided sessions with unlicensed works of which no protocol carries more than half; they
 *     are counted as caught whatever is blocked, which favours the box: a bound when not 0
 */
public record Ceiling(List<Vertex> vertices, long undecided) {

  public Ceiling {
    vertices = List.copyOf(vertices);
  }

  /**
   * The best share caught at a share of false positives.
   *
   * @param falsePositives 0 to 1
   */
  public double caughtAt(double falsePositives) {
    Vertex before = vertices.get(0);
    for (Vertex vertex : vertices) {
      if (vertex.falsePositives() > falsePositives) {
        return before.caught()
            + before.slopeTo(vertex) * (falsePositives - before.falsePositives());
      }
      before = vertex;
    }
    return before.caught();
  }

  /**
   * The fewest false positives at which a share is caught; 1 when it never is.
   *
   * @param caught 0 to 1
   */
  public double falsePositivesAt(double caught) {
    Vertex before = vertices.get(0);
    for (Vertex vertex : vertices) {
      if (vertex.caught() >= caught) {
        return vertex.caught() == before.caught()
            ? before.falsePositives()
            : before.falsePositives() + (caught - before.caught()) / before.slopeTo(vertex);
      }
      before = vertex;
    }
    return 1;
  }
}

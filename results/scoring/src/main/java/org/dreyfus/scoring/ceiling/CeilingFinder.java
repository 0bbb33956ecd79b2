package org.dreyfus.scoring.ceiling;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.dreyfus.corpus.vocabulary.TrafficClass;

/** Finds every vertex of the ceiling. */
public final class CeilingFinder {

  private static final double FREE = 1e7;
  private static final double SAME = 1e-9;

  private CeilingFinder() {}

  /** Every lawful session counts the same. */
  public static Ceiling of(List<Appearance> appearances) {
    double legal = appearances.stream().mapToLong(Appearance::legal).sum();
    return find(appearances, appearance -> legal == 0 ? 0 : appearance.legal() / legal);
  }

  /**
   * Lawful sessions count by a mix; within a class every one counts the same.
   *
   * @param mix share of each class among lawful sessions; classes without sessions in the corpus
   *     are left out and the rest scaled up
   */
  public static Ceiling of(List<Appearance> appearances, Map<TrafficClass, Double> mix) {
    return find(appearances, weights(appearances, mix));
  }

  /**
   * For every vertex but the first, a price at which it and no other is worth most: points caught
   * for a point of false positives.
   */
  public static List<Double> prices(Ceiling ceiling) {
    List<Vertex> vertices = ceiling.vertices();
    List<Double> prices = new ArrayList<>();
    for (int i = 1; i < vertices.size(); i++) {
      double above = vertices.get(i - 1).slopeTo(vertices.get(i));
      boolean last = i == vertices.size() - 1;
      double below = last ? above / 4 : vertices.get(i).slopeTo(vertices.get(i + 1));
      prices.add(above >= FREE ? FREE : Math.sqrt(above * below));
    }
    return prices;
  }

  /** The protocols that are worth blocking at a price, lawful sessions counted by a mix. */
  public static Set<String> worthBlocking(
      List<Appearance> appearances, Map<TrafficClass, Double> mix, double price) {
    return new ProtocolGraph(appearances, weights(appearances, mix)).best(price).blocked();
  }

  /** What all lawful sessions of an appearance weigh. */
  static ToDoubleFunction<Appearance> weights(
      List<Appearance> appearances, Map<TrafficClass, Double> mix) {
    Map<TrafficClass, Long> counts = new EnumMap<>(TrafficClass.class);
    appearances.forEach(a -> counts.merge(a.trafficClass(), a.legal(), Long::sum));
    double present =
        mix.entrySet().stream()
            .filter(share -> counts.getOrDefault(share.getKey(), 0L) > 0)
            .mapToDouble(Map.Entry::getValue)
            .sum();
    return appearance -> {
      long count = counts.getOrDefault(appearance.trafficClass(), 0L);
      double share = mix.getOrDefault(appearance.trafficClass(), 0.0);
      return count == 0 || present == 0 ? 0 : share / present * appearance.legal() / count;
    };
  }

  private static Ceiling find(
      List<Appearance> appearances, ToDoubleFunction<Appearance> legalWeight) {
    ProtocolGraph graph = new ProtocolGraph(appearances, legalWeight);
    Vertex nothing = graph.of(Set.of());
    Vertex free = graph.best(FREE);
    Vertex everything = graph.everything();
    List<Vertex> vertices = new ArrayList<>();
    vertices.add(nothing);
    if (free.caught() > nothing.caught() + SAME) {
      vertices.add(free);
    }
    Vertex last = vertices.get(vertices.size() - 1);
    if (everything.caught() > last.caught() + SAME) {
      between(graph, last, everything, vertices);
      vertices.add(everything);
    }
    long undecided =
        appearances.stream()
            .filter(appearance -> appearance.decisive().isEmpty())
            .mapToLong(Appearance::infringing)
            .sum();
    return new Ceiling(vertices, undecided);
  }

  /** Adds the vertices above the line from one to another, in order. */
  private static void between(ProtocolGraph graph, Vertex from, Vertex to, List<Vertex> vertices) {
    if (to.falsePositives() - from.falsePositives() < SAME) {
      return;
    }
    double price = from.slopeTo(to);
    Vertex best = graph.best(price);
    if (worth(best, price) > worth(from, price) + SAME) {
      between(graph, from, best, vertices);
      vertices.add(best);
      between(graph, best, to, vertices);
    }
  }

  private static double worth(Vertex vertex, double price) {
    return vertex.caught() - price * vertex.falsePositives();
  }
}

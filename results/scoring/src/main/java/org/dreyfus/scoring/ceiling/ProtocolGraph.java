package org.dreyfus.scoring.ceiling;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.jgrapht.alg.flow.PushRelabelMFImpl;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleDirectedWeightedGraph;

/**
 * Finds the protocols whose blocking is worth most at a price for hitting the lawful: a choice of
 * projects with shared costs, which a minimum cut solves (J.-C. Picard, "Maximal closure of a graph
 * and applications to combinatorial problems", Management Science 22, 1976).
 */
final class ProtocolGraph {

  private static final String SOURCE = "\0source";
  private static final String SINK = "\0sink";
  private static final double NEVER_CUT = 1e9;

  private final List<Appearance> appearances;
  private final ToDoubleFunction<Appearance> legalWeight;
  private final double infringingWeight;
  private final double alwaysCaught;

  /**
   * @param legalWeight of all lawful sessions of an appearance; over all appearances 1
   */
  ProtocolGraph(List<Appearance> appearances, ToDoubleFunction<Appearance> legalWeight) {
    this.appearances = appearances;
    this.legalWeight = legalWeight;
    double infringing = appearances.stream().mapToLong(Appearance::infringing).sum();
    this.infringingWeight = infringing == 0 ? 0 : 1 / infringing;
    this.alwaysCaught =
        appearances.stream()
                .filter(appearance -> appearance.decisive().isEmpty())
                .mapToLong(Appearance::infringing)
                .sum()
            * infringingWeight;
  }

  /** The best choice at a price, in points caught for a point of false positives. */
  Vertex best(double price) {
    SimpleDirectedWeightedGraph<String, DefaultWeightedEdge> graph =
        new SimpleDirectedWeightedGraph<>(DefaultWeightedEdge.class);
    graph.addVertex(SOURCE);
    graph.addVertex(SINK);
    for (int i = 0; i < appearances.size(); i++) {
      add(graph, appearances.get(i), "\0" + i, price);
    }
    PushRelabelMFImpl<String, DefaultWeightedEdge> flow = new PushRelabelMFImpl<>(graph, 1e-13);
    flow.calculateMinCut(SOURCE, SINK);
    Set<String> chosen = new TreeSet<>();
    flow.getSourcePartition().stream()
        .filter(vertex -> !vertex.startsWith("\0"))
        .forEach(chosen::add);
    return of(chosen);
  }

  private void add(
      SimpleDirectedWeightedGraph<String, DefaultWeightedEdge> graph,
      Appearance appearance,
      String node,
      double price) {
    appearance.protocols().forEach(graph::addVertex);
    appearance
        .decisive()
        .filter(protocol -> appearance.infringing() > 0)
        .ifPresent(
            protocol ->
                increase(graph, SOURCE, protocol, appearance.infringing() * infringingWeight));
    double cost = legalWeight.applyAsDouble(appearance) * price;
    if (cost > 0) {
      graph.addVertex(node);
      appearance.protocols().forEach(protocol -> increase(graph, protocol, node, NEVER_CUT));
      increase(graph, node, SINK, cost);
    }
  }

  private static void increase(
      SimpleDirectedWeightedGraph<String, DefaultWeightedEdge> graph,
      String from,
      String to,
      double by) {
    if (graph.containsEdge(from, to)) {
      DefaultWeightedEdge edge = graph.getEdge(from, to);
      graph.setEdgeWeight(edge, graph.getEdgeWeight(edge) + by);
    } else {
      graph.setEdgeWeight(graph.addEdge(from, to), by);
    }
  }

  /** What blocking these protocols comes to. */
  Vertex of(Set<String> blocked) {
    double hit = 0;
    double caught = alwaysCaught;
    for (Appearance appearance : appearances) {
      if (appearance.protocols().stream().anyMatch(blocked::contains)) {
        hit += legalWeight.applyAsDouble(appearance);
      }
      if (appearance.decisive().map(blocked::contains).orElse(false)) {
        caught += appearance.infringing() * infringingWeight;
      }
    }
    return new Vertex(hit, caught, blocked);
  }

  /** Everything that carries an unlicensed work. */
  Vertex everything() {
    List<String> all = new ArrayList<>();
    appearances.stream()
        .filter(appearance -> appearance.infringing() > 0)
        .forEach(appearance -> appearance.decisive().ifPresent(all::add));
    return of(new TreeSet<>(all));
  }
}

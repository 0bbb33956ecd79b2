package org.dreyfus.scoring.ceiling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.dreyfus.corpus.vocabulary.TrafficClass;
import org.junit.jupiter.api.Test;

class CeilingFinderTest {

  private static final List<String> PROTOCOLS = List.of("a", "b", "c", "d", "e", "f", "g");

  @Test
  void matchedPairsGiveTheDiagonal() {
    List<Appearance> pairs = new ArrayList<>();
    for (String protocol : PROTOCOLS) {
      pairs.add(legal(Set.of(protocol), 3));
      pairs.add(infringing(protocol, 3));
    }
    Ceiling ceiling = CeilingFinder.of(pairs);
    for (double share : new double[] {0, 0.1, 0.5, 0.93, 1}) {
      assertThat(ceiling.caughtAt(share)).isCloseTo(share, within(1e-9));
      assertThat(ceiling.falsePositivesAt(share)).isCloseTo(share, within(1e-9));
    }
  }

  @Test
  void aProtocolThatNobodyUsesLawfullyIsFree() {
    Ceiling ceiling =
        CeilingFinder.of(
            List.of(infringing("bad", 1), infringing("web", 1), legal(Set.of("web"), 9)));
    assertThat(ceiling.caughtAt(0)).isEqualTo(0.5);
    assertThat(ceiling.falsePositivesAt(0.75)).isCloseTo(0.5, within(1e-9));
    assertThat(ceiling.vertices().get(1).blocked()).containsExactly("bad");
  }

  @Test
  void anEasyCompanionMakesALawfulSessionShareTheCost() {
    Ceiling ceiling =
        CeilingFinder.of(
            List.of(infringing("a", 1), infringing("b", 1), legal(Set.of("a", "b"), 1)));
    assertThat(ceiling.vertices()).hasSize(2);
    assertThat(ceiling.vertices().get(1).blocked()).containsExactly("a", "b");
  }

  @Test
  void workWithoutADecisiveProtocolIsConcededAndCounted() {
    Appearance split = new Appearance(TrafficClass.WEB, Set.of("a", "b"), Optional.empty(), 0, 1);
    Ceiling ceiling = CeilingFinder.of(List.of(split, infringing("a", 1), legal(Set.of("a"), 1)));
    assertThat(ceiling.undecided()).isEqualTo(1);
    assertThat(ceiling.caughtAt(0)).isEqualTo(0.5);
  }

  @Test
  void noChoiceOfProtocolsLiesAboveAndEveryVertexIsAChoice() {
    SplittableRandom random = new SplittableRandom(11);
    for (int corpus = 0; corpus < 60; corpus++) {
      List<Appearance> appearances = drawn(random);
      Ceiling ceiling = CeilingFinder.of(appearances);
      ProtocolGraph graph = new ProtocolGraph(appearances, evenly(appearances));
      double best = 0;
      for (int choice = 0; choice < 1 << PROTOCOLS.size(); choice++) {
        Vertex vertex = graph.of(chosen(choice));
        assertThat(vertex.caught())
            .isLessThanOrEqualTo(ceiling.caughtAt(vertex.falsePositives()) + 1e-9);
        best = Math.max(best, vertex.caught());
      }
      assertThat(ceiling.caughtAt(1)).isCloseTo(best, within(1e-9));
      for (Vertex vertex : ceiling.vertices()) {
        assertThat(graph.of(vertex.blocked()).caught()).isCloseTo(vertex.caught(), within(1e-9));
      }
      assertConcave(ceiling);
    }
  }

  @Test
  void theMixWeighsClasses() {
    List<Appearance> appearances =
        List.of(
            infringing("a", 1),
            legal(Set.of("a"), 1),
            new Appearance(TrafficClass.PEER_TO_PEER, Set.of("p"), Optional.of("p"), 4, 0));
    Map<TrafficClass, Double> mix =
        Map.of(TrafficClass.WEB, 0.1, TrafficClass.PEER_TO_PEER, 0.3, TrafficClass.TUNNEL, 0.6);
    assertThat(CeilingFinder.of(appearances, mix).falsePositivesAt(1))
        .as("0.1 of 0.4, as there is no tunnel")
        .isCloseTo(0.25, within(1e-9));
  }

  private static ToDoubleFunction<Appearance> evenly(List<Appearance> all) {
    double legal = all.stream().mapToLong(Appearance::legal).sum();
    return appearance -> appearance.legal() / legal;
  }

  private static void assertConcave(Ceiling ceiling) {
    double before = Double.POSITIVE_INFINITY;
    for (int i = 1; i < ceiling.vertices().size(); i++) {
      double slope = ceiling.vertices().get(i - 1).slopeTo(ceiling.vertices().get(i));
      assertThat(slope).isPositive().isLessThanOrEqualTo(before + 1e-6);
      before = slope;
    }
  }

  private static List<Appearance> drawn(SplittableRandom random) {
    List<Appearance> appearances = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      appearances.add(legal(chosen(1 + random.nextInt((1 << PROTOCOLS.size()) - 1)), 1 + i % 3));
      appearances.add(
          infringing(PROTOCOLS.get(random.nextInt(PROTOCOLS.size())), 1 + random.nextInt(4)));
    }
    return appearances;
  }

  private static Set<String> chosen(int bits) {
    Set<String> chosen = new TreeSet<>();
    for (int i = 0; i < PROTOCOLS.size(); i++) {
      if ((bits >> i & 1) == 1) {
        chosen.add(PROTOCOLS.get(i));
      }
    }
    return chosen;
  }

  private static Appearance legal(Set<String> protocols, long count) {
    return new Appearance(TrafficClass.WEB, protocols, Optional.empty(), count, 0);
  }

  private static Appearance infringing(String protocol, long count) {
    return new Appearance(TrafficClass.WEB, Set.of(protocol), Optional.of(protocol), 0, count);
  }
}

package org.dreyfus.scoring.ceiling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.dreyfus.corpus.vocabulary.TrafficClass;

/** Which lawful shares stand in the way of blocking by protocol alone. */
public final class LawfulShares {

  private static final double SAME = 1e-9;

  private LawfulShares() {}

  /**
   * Every protocol that decides over unlicensed works, the most decisive first. Works that no
   * protocol decides count as held back.
   *
   * @param mix share of each class among lawful sessions
   * @param wanted share of unlicensed works that is to be held back, 0 to 1
   * @param allowed share of lawful sessions that may be hit, 0 to 1
   */
  public static List<LawfulShare> of(
      List<Appearance> appearances, Map<TrafficClass, Double> mix, double wanted, double allowed) {
    ToDoubleFunction<Appearance> weight = CeilingFinder.weights(appearances, mix);
    double infringing = appearances.stream().mapToLong(Appearance::infringing).sum();
    TreeSet<String> protocols = new TreeSet<>();
    appearances.stream()
        .filter(appearance -> appearance.infringing() > 0)
        .forEach(appearance -> appearance.decisive().ifPresent(protocols::add));
    List<LawfulShare> shares = new ArrayList<>();
    for (String protocol : protocols) {
      double decides =
          appearances.stream()
                  .filter(appearance -> appearance.decisive().filter(protocol::equals).isPresent())
                  .mapToLong(Appearance::infringing)
                  .sum()
              / infringing;
      double lawful =
          appearances.stream()
              .filter(appearance -> appearance.protocols().contains(protocol))
              .mapToDouble(weight)
              .sum();
      shares.add(new LawfulShare(protocol, decides, lawful, atMost(decides, wanted, allowed)));
    }
    shares.sort(
        Comparator.comparingDouble(LawfulShare::decides)
            .reversed()
            .thenComparing(LawfulShare::protocol));
    return shares;
  }

  /**
   * A coin that blocks the protocol with probability q holds back at most 1 - decides (1 - q), and
   * hits q of the lawful sessions that use it.
   */
  private static Optional<Double> atMost(double decides, double wanted, double allowed) {
    double fewest = 1 - (1 - wanted) / decides;
    return fewest > SAME ? Optional.of(Math.min(1, allowed / fewest)) : Optional.empty();
  }
}

package org.dreyfus.benchmark.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Whether programs that name protocols count the same. */
final class Agreement {

  private Agreement() {}

  /**
   * Compares all with the first that names protocols: by application where ndpiReader, which prints
   * no more, is one side; in sum those that name none.
   *
   * @param counts by program and protocol
   * @return one line for each difference
   */
  static List<String> disagreements(Map<String, Map<String, Counts>> counts) {
    List<String> differences = new ArrayList<>();
    Optional<String> yardstick =
        counts.keySet().stream().filter(program -> !isSum(of(program, counts))).findFirst();
    yardstick.ifPresent(
        first ->
            counts.keySet().stream()
                .filter(other -> !other.equals(first))
                .forEach(other -> compare(first, other, counts, differences)));
    return List.copyOf(differences);
  }

  private static boolean isSum(Map<String, Counts> counts) {
    return counts.containsKey(Counts.ALL);
  }

  private static Map<String, Counts> of(String program, Map<String, Map<String, Counts>> counts) {
    return counts.getOrDefault(program, Map.of());
  }

  private static void compare(
      String first,
      String other,
      Map<String, Map<String, Counts>> counts,
      List<String> differences) {
    Map<String, Counts> expected = of(first, counts);
    Map<String, Counts> found = of(other, counts);
    if (isSum(found)) {
      expected = Map.of(Counts.ALL, Counts.sum(expected.values()));
    } else if (first.equals(Contestants.NDPI_READER) || other.equals(Contestants.NDPI_READER)) {
      expected = Counts.byApplication(expected);
      found = Counts.byApplication(found);
    }
    TreeSet<String> protocols = new TreeSet<>(expected.keySet());
    protocols.addAll(found.keySet());
    for (String protocol : protocols) {
      String one = text(Optional.ofNullable(expected.get(protocol)));
      String two = text(Optional.ofNullable(found.get(protocol)));
      if (!one.equals(two)) {
        differences.add("%s: %s has %s, %s has %s".formatted(protocol, first, one, other, two));
      }
    }
  }

  private static String text(Optional<Counts> counts) {
    return counts
        .map(
            c ->
                String.format(
                    Locale.ROOT,
                    "%,d flows, %,d packets, %,d bytes",
                    c.flows(),
                    c.packets(),
                    c.bytes()))
        .orElse("none");
  }
}

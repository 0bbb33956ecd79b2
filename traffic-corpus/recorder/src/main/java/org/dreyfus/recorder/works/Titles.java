package org.dreyfus.recorder.works;

import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** Titles that could stand on any film. Both works of a pair draw from the same words. */
public final class Titles {

  private static final List<String> FIRST =
      List.of(
          "Amber",
          "Broken",
          "Crimson",
          "Distant",
          "Early",
          "Frozen",
          "Golden",
          "Hidden",
          "Iron",
          "Jade",
          "Last",
          "Midnight",
          "Northern",
          "Open",
          "Paper",
          "Quiet",
          "Restless",
          "Silver",
          "Tall",
          "Velvet");
  private static final List<String> SECOND =
      List.of(
          "Anchor", "Bridge", "Castle", "Door", "Engine", "Forest", "Garden", "Harbour", "Island",
          "Journey", "Lantern", "Meadow", "Orchard", "Passage", "River", "Station", "Tower",
          "Valley", "Window", "Yard");

  private Titles() {}

  /** Two different titles. */
  public static List<String> two(RandomGenerator random) {
    String first = one(random);
    String second = one(random);
    while (second.equals(first)) {
      second = one(random);
    }
    return List.of(first, second);
  }

  /** The name of the file that holds a work of that title. */
  public static String fileName(String title, WorkKind kind) {
    return title.toLowerCase(Locale.ROOT).replace(' ', '-') + "." + kind.extension();
  }

  private static String one(RandomGenerator random) {
    return FIRST.get(random.nextInt(FIRST.size()))
        + " "
        + SECOND.get(random.nextInt(SECOND.size()));
  }
}

package org.dreyfus.inline.failure;

import java.util.List;
import java.util.Locale;
import org.dreyfus.scoring.inline.FailureBehaviour;
import org.dreyfus.scoring.inline.FailureBehaviour.Fate;

/** What becomes of traffic when a device fails, as text for people. */
public final class FailureText {

  private FailureText() {}

  /** A line each, then the sentences with the numbers. */
  public static String of(List<FailureBehaviour> behaviours) {
    StringBuilder text = new StringBuilder();
    text.append(row("device is", "harmless", "blockable"));
    for (FailureBehaviour behaviour : behaviours) {
      text.append(
          row(
              behaviour.failure().name().toLowerCase(Locale.ROOT),
              word(behaviour.harmless()),
              word(behaviour.blockable())));
    }
    text.append(System.lineSeparator());
    for (FailureBehaviour behaviour : behaviours) {
      text.append(behaviour.summary()).append(System.lineSeparator());
    }
    return text.toString();
  }

  private static String row(String failure, String harmless, String blockable) {
    return "%-12s %-12s %s%n".formatted(failure, harmless, blockable);
  }

  private static String word(Fate fate) {
    return switch (fate) {
      case PASSES -> "passes";
      case STOPS -> "stops";
      case MISJUDGED -> "misjudged";
      case NOT_TRIED -> "not tried";
    };
  }
}

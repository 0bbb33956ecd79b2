package org.dreyfus.scoring;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dreyfus.scoring.Finding.Result;

/** Words for findings. */
final class Findings {

  private Findings() {}

  static Finding refutedBy(Claim claim, Rate rate, WitnessTally found, String what) {
    String text =
        "%d of %d sessions %s, in %d clusters of programs and protocols; %d flows bear witness."
            .formatted(rate.errors(), rate.sessions(), what, rate.clusters(), found.count());
    return new Finding(
        claim,
        Result.REFUTED,
        text,
        Optional.of(rate),
        Optional.empty(),
        found.shown(),
        found.count());
  }

  static Finding finding(Claim claim, Result result, String text, Rate rate) {
    return new Finding(
        claim, result, text.strip(), Optional.of(rate), Optional.empty(), List.of(), 0);
  }

  static Finding notTestable(Claim claim, String reason) {
    return new Finding(
        claim, Result.NOT_TESTABLE, reason, Optional.empty(), Optional.empty(), List.of(), 0);
  }

  static String noWitness(Rate rate) {
    return rate.errorsIfUnansweredWrong() == 0
        ? "No exception was found. "
        : "No verified witness. ";
  }

  static String remaining(Rate rate) {
    return "%d clusters; rates from %s to %s remain possible."
        .formatted(rate.clusters(), percent(rate.lower()), percent(rate.upper()));
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}

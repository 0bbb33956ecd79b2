package org.dreyfus.report;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dreyfus.corpus.vocabulary.TrafficClass;
import org.dreyfus.scoring.Consequences;

/**
 * 1,000 blocked sessions, as natural frequencies. The script of the page computes the same.
 *
 * @param least how many of them moved unlicensed works in the worst case
 * @param most the same in the best case; 1,000 when nobody can say
 * @param sentence the range in words
 */
public record Thousand(int least, int most, String sentence) {

  /** Where a reader starts. */
  public static final double PREVALENCE = 0.1;

  private static final int ACROSS = 40;
  private static final int SESSIONS = 100;

  /** At a prevalence, all measured categories weighing the same. */
  public static Thousand of(Consequences consequences, double prevalence) {
    List<TrafficClass> measured =
        consequences.classes().stream()
            .filter(rates -> !rates.falseNegatives().isEmpty())
            .map(Consequences.ClassRates::trafficClass)
            .toList();
    Map<TrafficClass, Double> unlicensed = new EnumMap<>(TrafficClass.class);
    measured.forEach(its -> unlicensed.put(its, 1.0 / measured.size()));
    Optional<Consequences.Deserved> deserved =
        consequences.deserved(prevalence, consequences.evenMix(), unlicensed);
    if (deserved.isEmpty()) {
      return new Thousand(0, 1000, "Perhaps nothing is blocked at all, so nothing can be said.");
    }
    int least = (int) Math.round(1000 * deserved.get().low());
    if (deserved.get().high().isEmpty()) {
      return new Thousand(
          least,
          1000,
          "At least %d of 1,000 blocked sessions moved an unlicensed work. How many at most cannot be said: no false positive was seen for certain, which does not show that there are none."
              .formatted(least));
    }
    int most = (int) Math.round(1000 * deserved.get().high().get());
    return new Thousand(
        least,
        most,
        "Between %d and %d of 1,000 blocked sessions moved an unlicensed work; between %d and %d were lawful."
            .formatted(least, most, 1000 - most, 1000 - least));
  }

  /** What 1,000 cases would cost, in one sentence. */
  public String cost() {
    int hours = Consequences.PERSON_HOURS_A_CASE;
    return "If each of the 1,000 became a case of %d person-hours, as such cases took at a university in 2003, %d to %d of the %d hours would go into lawful sessions."
        .formatted(hours, hours * (1000 - most), hours * (1000 - least), hours * 1000);
  }

  /** A model of three strikes, in one sentence. */
  public static String strikes(Consequences consequences) {
    double fixed = consequences.threeStrikes(SESSIONS, consequences.evenMix(), true);
    double redrawn = consequences.threeStrikes(SESSIONS, consequences.evenMix(), false);
    return "A model, not a measurement: of subscribers who do nothing unlawful in %d sessions, %s would be accused three times if everybody always did the same thing, %s if every session were drawn anew (the same mix, the counts of this corpus taken as they are)."
        .formatted(SESSIONS, Words.percent(fixed), Words.percent(redrawn));
  }

  /** The outline of the first so many squares, row by row. */
  public static String path(int squares) {
    int rows = squares / ACROSS;
    int rest = squares % ACROSS;
    return "M0 0H"
        + ACROSS
        + "V"
        + rows
        + "H0Z"
        + "M0 "
        + rows
        + "H"
        + rest
        + "V"
        + (rest == 0 ? rows : rows + 1)
        + "H0Z";
  }
}

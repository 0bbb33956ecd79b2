package org.dreyfus.report.figure;

import java.util.List;
import java.util.Map;
import org.dreyfus.corpus.vocabulary.TrafficClass;
import org.dreyfus.report.Decimals;
import org.dreyfus.report.Words;
import org.dreyfus.scoring.Consequences;
import org.dreyfus.scoring.Rate;
import org.dreyfus.scoring.Scorecard;
import org.dreyfus.scoring.SessionError;

/** Figure 2: lawful sessions that were hit, by class of traffic. */
public final class HitFigure {

  /** With fewer clusters a percentage is not said. */
  public static final int FEW = 10;

  private record Bar(
      String category, double lower, double rate, double upper, String clusters, boolean few) {}

  private HitFigure() {}

  /** Classes of traffic that have lawful sessions. */
  public static List<Consequences.ClassRates> measured(Scorecard card) {
    return card.consequences().classes().stream()
        .filter(rates -> !rates.falsePositives().isEmpty())
        .toList();
  }

  /** The drawing. */
  public static String specification(Scorecard card) {
    return Specification.of(
        "hit",
        "Lawful sessions hit, 95 % interval",
        "Clusters of lawful sessions hit, by class of traffic. The table below holds the same.",
        Map.of("bars", measured(card).stream().map(HitFigure::bar).toList()));
  }

  private static Bar bar(Consequences.ClassRates rates) {
    Rate rate = rates.falsePositives();
    return new Bar(
        Words.name(rates.trafficClass()),
        rate.lower(),
        rate.clusterRate(),
        rate.upper(),
        clustersHit(rate) + " of " + rate.clusters(),
        rate.clusters() < FEW);
  }

  /** A session of a class that was hit: a verified witness when there is one. */
  public static String example(Scorecard card, TrafficClass trafficClass) {
    List<SessionError> hit =
        card.falsePositives().stream()
            .filter(error -> error.trafficClass() == trafficClass)
            .toList();
    return hit.stream()
        .filter(error -> error.witness().isPresent())
        .findFirst()
        .or(() -> hit.stream().findFirst())
        .map(HitFigure::example)
        .orElse("");
  }

  private static String example(SessionError error) {
    return error
        .witness()
        .map(frame -> error.session() + ", frame " + frame + " (verified witness)")
        .orElseGet(() -> error.session() + ", frame " + error.flows().get(0) + " (not verified)");
  }

  /** How many clusters' worth of sessions were hit; a part of a cluster counts as a part. */
  public static String clustersHit(Rate rate) {
    return Decimals.plain(rate.clusterRate() * rate.clusters(), 1);
  }
}

package org.dreyfus.report.figure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dreyfus.bundle.ResultJson;
import org.dreyfus.corpus.vocabulary.TrafficClass;
import org.dreyfus.report.Words;
import org.dreyfus.scoring.Consequences;
import org.dreyfus.scoring.ProtocolCeiling;
import org.dreyfus.scoring.Rate;
import org.dreyfus.scoring.Scorecard;
import org.dreyfus.scoring.ceiling.Appearance;
import org.dreyfus.scoring.ceiling.Vertex;

/** Figure 4: a blocker beside the best that can be done by protocol alone. */
public final class CeilingFigure {

  private static final double WANTED = 0.9;

  private record Point(double hit, double caught, String what) {}

  /** What the script of the page needs to work panel B out again. */
  private record Basis(
      List<Appearance> appearances,
      Map<TrafficClass, Double> hit,
      double caught,
      Map<TrafficClass, String> names,
      double wanted) {}

  private CeilingFigure() {}

  /** The drawing of one panel. */
  public static String specification(String title, ProtocolCeiling.Panel panel) {
    Map<String, List<Point>> data = new LinkedHashMap<>();
    data.put("line", panel.ceiling().vertices().stream().map(CeilingFigure::point).toList());
    data.put("dot", List.of(new Point(panel.falsePositives(), panel.caught(), "this blocker")));
    return Specification.of(
        "ceiling", title, title + ". " + beside(panel) + " The table below holds the line.", data);
  }

  private static Point point(Vertex vertex) {
    return new Point(vertex.falsePositives(), vertex.caught(), "by protocol alone");
  }

  /** One line of JSON from which the page works panel B out at another mix. */
  public static String basis(Scorecard card) {
    Map<TrafficClass, Double> hit = new TreeMap<>();
    Map<TrafficClass, String> names = new TreeMap<>();
    for (Consequences.ClassRates rates : HitFigure.measured(card)) {
      Rate rate = rates.falsePositives();
      hit.put(rates.trafficClass(), (double) rate.errors() / rate.sessions());
      names.put(rates.trafficClass(), Words.name(rates.trafficClass()));
    }
    ProtocolCeiling ceiling = card.ceiling();
    Basis basis = new Basis(ceiling.appearances(), hit, ceiling.mixed().caught(), names, WANTED);
    return ResultJson.json().line(basis).strip().replace("<", "\\u003c");
  }

  /** The blocker beside the line, in one sentence. */
  public static String beside(ProtocolCeiling.Panel panel) {
    return "This blocker hits %s of lawful sessions and holds back %s of unlicensed works; by protocol alone, with as many hit, at most %s could be held back."
        .formatted(
            Words.percent(panel.falsePositives()),
            Words.percent(panel.caught()),
            Words.percent(panel.ceiling().caughtAt(panel.falsePositives())));
  }

  /** What blocking by protocol alone costs, in one sentence. */
  public static String price(ProtocolCeiling.Panel panel) {
    double share = panel.ceiling().falsePositivesAt(WANTED);
    return "To hold back %s of the unlicensed works by protocol alone, at least %s of the lawful sessions must be hit."
        .formatted(Words.percent(WANTED), Words.percent(share));
  }

  /** The mix of panel B, in one sentence. */
  public static String mix(Map<TrafficClass, Double> mix) {
    return "Mix of the lawful sessions: "
        + mix.entrySet().stream()
            .map(each -> Words.name(each.getKey()) + " " + Words.percent(each.getValue()))
            .collect(Collectors.joining(", "))
        + ".";
  }
}

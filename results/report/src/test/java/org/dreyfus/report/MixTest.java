package org.dreyfus.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dreyfus.bundle.Bundle;
import org.dreyfus.corpus.vocabulary.TrafficClass;
import org.dreyfus.report.figure.CeilingFigure;
import org.dreyfus.scoring.Consequences;
import org.dreyfus.scoring.ProtocolCeiling;
import org.dreyfus.scoring.Scorecard;
import org.dreyfus.scoring.ceiling.Ceiling;
import org.dreyfus.scoring.ceiling.CeilingFinder;
import org.dreyfus.scoring.ceiling.Vertex;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page finds the same ceiling as the program, whatever the mix. */
@Tag("slow")
class MixTest {

  @TempDir Path folder;

  @Test
  void theCeilingFollowsTheMix() throws IOException {
    Bundle bundle = ManyProtocols.bundle();
    List<Scorecard> cards = bundle.scorecards();
    assertThat(cards.get(0).ceiling().mixed().ceiling().vertices()).hasSizeGreaterThan(6);
    Path file = folder.resolve("page.html");
    Files.writeString(file, ScorecardPage.html(bundle, cards));
    try (Chromium chromium = new Chromium()) {
      Page page = chromium.open(file, 1280, ColorScheme.LIGHT);
      page.locator(".thousand summary").click();
      String start = shown(page);
      Map<TrafficClass, Integer> mostlyWeb =
          Map.of(TrafficClass.WEB, 80, TrafficClass.STREAMING, 20);
      Map<TrafficClass, Integer> peers =
          Map.of(
              TrafficClass.PEER_TO_PEER, 3, TrafficClass.TUNNEL, 2, TrafficClass.CONVERSATION, 1);
      for (Map<TrafficClass, Integer> weights : List.of(mostlyWeb, peers)) {
        set(page, weights, 0);
        assertThat(shown(page)).isEqualTo(expected(cards.get(0), weights)).isNotEqualTo(start);
      }
      set(page, Map.of(), 1);
      assertThat(shown(page)).isEqualTo(start);
      assertThat(chromium.complaints()).isEmpty();
    }
  }

  private static void set(Page page, Map<TrafficClass, Integer> weights, int otherwise) {
    for (TrafficClass its : TrafficClass.values()) {
      Locator field = page.locator("tr[data-traffic-class=" + its.name() + "] .lawful-weight");
      if (field.count() > 0) {
        field.fill(String.valueOf(weights.getOrDefault(its, otherwise)));
      }
    }
  }

  /** Sentences and table of panel B. */
  private static String shown(Page page) {
    Locator panel = page.locator("figure.mixed");
    String rows = String.join("\n", panel.locator("tbody tr").allTextContents());
    return String.join(
        "\n",
        panel.locator(".caption").innerText(),
        panel.locator(".cost").innerText(),
        panel.locator(".beside").innerText(),
        rows.replaceAll("\\s*\n\\s*", "\n"));
  }

  /** As numbers of a scorecard are. */
  private static Vertex rounded(Vertex vertex) {
    return new Vertex(six(vertex.falsePositives()), six(vertex.caught()), vertex.blocked());
  }

  private static double six(double value) {
    return BigDecimal.valueOf(value).round(new MathContext(6)).doubleValue();
  }

  private static String expected(Scorecard card, Map<TrafficClass, Integer> weights) {
    double sum = weights.values().stream().mapToInt(weight -> weight).sum();
    Map<TrafficClass, Double> mix = new TreeMap<>();
    weights.forEach((its, weight) -> mix.put(its, weight / sum));
    Ceiling exact = CeilingFinder.of(card.ceiling().appearances(), mix);
    Ceiling ceiling =
        new Ceiling(exact.vertices().stream().map(MixTest::rounded).toList(), exact.undecided());
    double hit = 0;
    for (Consequences.ClassRates rates : card.consequences().classes()) {
      if (mix.containsKey(rates.trafficClass())) {
        hit +=
            mix.get(rates.trafficClass())
                * rates.falsePositives().errors()
                / rates.falsePositives().sessions();
      }
    }
    ProtocolCeiling.Panel panel =
        new ProtocolCeiling.Panel(ceiling, hit, card.ceiling().mixed().caught());
    StringBuilder rows = new StringBuilder();
    ceiling
        .vertices()
        .forEach(
            vertex ->
                rows.append(
                        vertex.blocked().isEmpty() ? "none" : String.join(", ", vertex.blocked()))
                    .append(Words.percent(vertex.falsePositives()))
                    .append(Words.percent(vertex.caught()))
                    .append('\n'));
    return String.join(
        "\n",
        CeilingFigure.mix(mix),
        CeilingFigure.price(panel),
        CeilingFigure.beside(panel),
        rows.toString().strip());
  }
}

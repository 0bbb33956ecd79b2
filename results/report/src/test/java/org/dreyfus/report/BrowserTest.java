package org.dreyfus.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Margin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.dreyfus.bundle.Bundle;
import org.dreyfus.bundle.BundleWriter;
import org.dreyfus.bundle.ClassifierFacts;
import org.dreyfus.report.script.ChartLibrary;
import org.dreyfus.report.site.Site;
import org.dreyfus.report.site.SiteRow;
import org.dreyfus.scoring.Comparison;
import org.dreyfus.scoring.Consequences;
import org.dreyfus.scoring.Outcome;
import org.dreyfus.scoring.Policy;
import org.dreyfus.scoring.Scorecard;
import org.dreyfus.scoring.Scorer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Opens every kind of page as a reader would. */
@Tag("slow")
class BrowserTest {

  private static final int DESK = 1280;
  private static final int TELEPHONE = 390;
  private static final String CONTROLS =
      "Array.from(document.querySelectorAll('a[href], button, input, summary, [tabindex]'))"
          + ".filter(its => its.checkVisibility())";

  @TempDir Path folder;

  private static Bundle bundle(Outcome outcome) {
    return PagesTest.bundle(true, false, outcome);
  }

  private Path page(String name, String html) throws IOException {
    return Files.writeString(folder.resolve(name + ".html"), html);
  }

  private Path scorecard(Bundle bundle) throws IOException {
    return page("scorecard", ScorecardPage.html(bundle, bundle.scorecards()));
  }

  private Path wire() throws IOException {
    Bundle bundle = InlineBundles.meddlesome();
    return page("wire", ScorecardPage.html(bundle, bundle.scorecards()));
  }

  private List<Path> everyPage() throws IOException {
    Bundle bundle = bundle(new Outcome.TimedOut());
    List<Scorecard> cards = bundle.scorecards();
    ClassifierFacts classifier = bundle.manifest().classifier();
    SiteRow row =
        new SiteRow(
            "p.html", classifier, cards.get(0), SiteRow.Mark.RERUN_BY_US, Optional.of("why"));
    Comparison comparison =
        Scorer.compare(bundle.evidence(), Policy.OWN, bundle.evidence(), Policy.OWN);
    return List.of(
        scorecard(bundle),
        wire(),
        page("overview", OverviewPage.html(List.of(new OverviewPage.Row(classifier, cards)))),
        page("site", OverviewPage.site(List.of(row))),
        page(
            "comparison",
            ComparisonPage.html("x", "y", List.of(new ComparisonPage.Row("z", comparison)))));
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void everyPageFitsIsAccessibleAndAsksForNothing(ColorScheme colours) throws IOException {
    try (Chromium chromium = new Chromium()) {
      for (Path file : everyPage()) {
        for (int width : new int[] {DESK, TELEPHONE}) {
          Page page = chromium.open(file, width, colours);
          assertThat(Chromium.sideways(page)).as("%s at %d", file, width).isZero();
          assertThat(chromium.violations(page)).as("%s at %d", file, width).isEmpty();
        }
      }
      assertThat(chromium.complaints()).isEmpty();
      assertThat(new TreeSet<>(chromium.requests()))
          .hasSize(5)
          .allMatch(address -> address.endsWith(".html"));
    }
  }

  @Test
  void drawsEveryChart() throws IOException {
    try (Chromium chromium = new Chromium()) {
      Page page = chromium.open(scorecard(bundle(new Outcome.Answered())), DESK, ColorScheme.LIGHT);
      int charts = page.locator(".chart").count();
      assertThat(charts).isGreaterThanOrEqualTo(5);
      assertThat(page.locator(".chart svg").count()).isEqualTo(charts);
      assertThat(page.locator(".chart .notice").count()).isZero();
      assertThat(page.locator(".chart [fill='var(--blue)']").count()).isPositive();
      String blue =
          (String)
              page.locator(".chart [fill='var(--blue)']")
                  .first()
                  .evaluate("its => getComputedStyle(its).fill");
      assertThat(blue).isEqualTo("rgb(11, 83, 148)");
    }
  }

  @Test
  void withoutScriptsThePageSaysWhereToLook() throws IOException {
    try (Chromium chromium = new Chromium()) {
      Path file = scorecard(bundle(new Outcome.Answered()));
      Page page = chromium.open(file, DESK, ColorScheme.LIGHT, false);
      Locator instead = page.locator(".chart .notice");
      assertThat(instead.count()).isEqualTo(page.locator(".chart").count());
      for (int i = 0; i < instead.count(); i++) {
        assertThat(instead.nth(i).isVisible()).isTrue();
      }
      assertThat(page.locator("summary").allInnerTexts())
          .contains("The pairs as a table", "The routes as a table");
    }
  }

  @Test
  void aPrevalenceIsReckonedAsTheProgramDoes() throws IOException {
    Bundle bundle = bundle(new Outcome.Answered());
    Consequences consequences = bundle.scorecards().get(0).consequences();
    String half = Thousand.of(consequences, 0.5).sentence();
    String start = Thousand.of(consequences, Thousand.PREVALENCE).sentence();
    assertThat(half).isNotEqualTo(start);
    try (Chromium chromium = new Chromium()) {
      Page page = chromium.open(scorecard(bundle), TELEPHONE, ColorScheme.LIGHT);
      Locator answer = page.locator(".answer");
      assertThat(answer.innerText()).isEqualTo(start);
      page.locator(".prevalence").fill("50");
      assertThat(answer.innerText()).isEqualTo(half);
      page.locator(".prevalence").fill("10");
      assertThat(answer.innerText()).isEqualTo(start);
      page.locator(".prevalence").fill("100");
      assertThat(answer.innerText()).isEqualTo("Set a number above 0 and below 100.");
      assertThat(chromium.complaints()).isEmpty();
    }
  }

  @Test
  void theKeyboardReachesEveryControl() throws IOException {
    try (Chromium chromium = new Chromium()) {
      for (Path file : everyPage()) {
        Page page = chromium.open(file, DESK, ColorScheme.LIGHT);
        int controls = (Integer) page.evaluate(CONTROLS + ".length");
        Set<Integer> reached = new TreeSet<>();
        for (int i = 0; i < controls + 1; i++) {
          page.keyboard().press("Tab");
          reached.add((Integer) page.evaluate(CONTROLS + ".indexOf(document.activeElement)"));
        }
        reached.remove(-1);
        assertThat(controls).as(file.toString()).isPositive();
        assertThat(reached).as(file.toString()).hasSize(controls);
      }
    }
  }

  @Test
  void printsOnA4() throws IOException {
    try (Chromium chromium = new Chromium()) {
      Path file = scorecard(bundle(new Outcome.Answered()));
      Page page = chromium.open(file, DESK, ColorScheme.DARK);
      Margin margin =
          new Margin().setTop("15mm").setBottom("15mm").setLeft("15mm").setRight("15mm");
      byte[] pdf = page.pdf(new Page.PdfOptions().setFormat("A4").setMargin(margin));
      String text = new String(pdf, StandardCharsets.ISO_8859_1);
      assertThat(text).startsWith("%PDF");
      assertThat(Pattern.compile("/Type\\s*/Page\\b").matcher(text).results().count())
          .isBetween(3L, 12L);
    }
  }

  @Test
  void theSiteHoldsOneCopyOfTheChartLibrary() throws IOException {
    Path published = folder.resolve("published/run");
    Bundle bundle = bundle(new Outcome.Answered());
    BundleWriter.write(published.resolve("one"), bundle, ScorecardPage::html);
    BundleWriter.write(published.resolve("two"), bundle, ScorecardPage::html);
    Path site = folder.resolve("site");
    Site.write(folder.resolve("published"), site);
    try (Chromium chromium = new Chromium()) {
      for (String name : List.of("run/one", "run/two")) {
        Path file = site.resolve(name).resolve("scorecard.html");
        assertThat(Files.readString(file)).doesNotContain(ChartLibrary.text());
        Page page = chromium.open(file, DESK, ColorScheme.LIGHT);
        assertThat(page.locator(".chart svg").count()).isPositive();
      }
      Page table = chromium.open(site.resolve("index.html"), DESK, ColorScheme.LIGHT);
      assertThat(table.locator("tbody tr").allInnerTexts())
          .hasSize(2)
          .allMatch(row -> row.contains("arithmetic checked"));
      assertThat(chromium.complaints()).isEmpty();
      assertThat(chromium.requests())
          .allMatch(address -> address.startsWith(site.toUri().toString()))
          .filteredOn(address -> !address.endsWith(".html"))
          .containsOnly(site.resolve(ChartLibrary.FILE).toUri().toString());
    }
  }
}

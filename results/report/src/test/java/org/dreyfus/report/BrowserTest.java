package org.dreyfus.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.dreyfus.bundle.Bundle;
import org.dreyfus.bundle.ClassifierFacts;
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
import org.junit.jupiter.params.provider.ValueSource;

/** Opens the page in Debian's Chromium, in a frame as wide as a telephone. */
@Tag("slow")
class BrowserTest {

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

  private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
  private static final int DARK = 0;
  private static final int LIGHT = 1;

  private static final String FRAME =
      """
      <!doctype html><body><pre id="said"></pre>
      <iframe src="page.html" width="390" height="800" style="border:0"></iframe>
      <script>
      document.querySelector("iframe").onload = function () {
        var frame = document.querySelector("iframe"), page = frame.contentDocument, errors = 0;
        frame.contentWindow.onerror = function () { errors++; };
        var field = page.querySelector(".prevalence"), before = page.querySelector(".answer").textContent;
        function set(value) {
          field.value = value;
          field.dispatchEvent(new Event("input", { bubbles: true }));
          return page.querySelector(".answer").textContent;
        }
        document.getElementById("said").textContent = [
          "before=" + before, "same=" + set("10"), "half=" + set("50"), "silly=" + set("100"),
          "sideways=" + (page.documentElement.scrollWidth > page.documentElement.clientWidth), "errors=" + errors,
          "loaded=" + frame.contentWindow.performance.getEntriesByType("resource").length
        ].join("|");
      };
      </script></body>
      """;

  @TempDir Path folder;

  @Test
  void recalculatesAsTheProgramDoesAndFitsATelephone() throws Exception {
    needChromium();
    Bundle bundle = PagesTest.bundle(false, true, new Outcome.Answered());
    Consequences consequences = bundle.scorecards().get(0).consequences();
    Files.writeString(folder.resolve("page.html"), ScorecardPage.html(bundle, bundle.scorecards()));
    Path frame = Files.writeString(folder.resolve("frame.html"), FRAME);
    String start = Thousand.of(consequences, Thousand.PREVALENCE).sentence();
    String half = Thousand.of(consequences, 0.5).sentence();
    assertThat(half).isNotEqualTo(start);
    assertThat(chromium("--allow-file-access-from-files", "--dump-dom", frame.toUri().toString()))
        .contains("before=" + start + "|same=" + start + "|half=" + half + "|")
        .contains("silly=Set a number above 0 and below 100.|sideways=false|errors=0|loaded=0");
  }

  @ParameterizedTest
  @ValueSource(ints = {DARK, LIGHT})
  void axeFindsNothing(int colours) throws Exception {
    needChromium();
    Bundle bundle = PagesTest.bundle(true, false, new Outcome.TimedOut());
    List<Scorecard> cards = bundle.scorecards();
    assertNoViolations(ScorecardPage.html(bundle, cards), colours);
    ClassifierFacts classifier = bundle.manifest().classifier();
    assertNoViolations(
        OverviewPage.html(List.of(new OverviewPage.Row(classifier, cards))), colours);
    SiteRow row =
        new SiteRow(
            "p.html", classifier, cards.get(0), SiteRow.Mark.RERUN_BY_US, Optional.of("why"));
    assertNoViolations(OverviewPage.site(List.of(row)), colours);
    Comparison comparison =
        Scorer.compare(bundle.evidence(), Policy.OWN, bundle.evidence(), Policy.OWN);
    assertNoViolations(
        ComparisonPage.html("x", "y", List.of(new ComparisonPage.Row("z", comparison))), colours);
  }

  private void assertNoViolations(String html, int colours) throws Exception {
    String axe;
    try (InputStream in = BrowserTest.class.getResourceAsStream(AXE)) {
      axe = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
    String script =
        "<script>%s</script><script>axe.run().then(function (r) { document.title = 'axe: ' + r.passes.length + ' passed; ' + r.violations.map(function (v) { return v.id + ' ' + v.nodes[0].html; }).join('; ') + ' end'; });</script></body>"
            .formatted(axe.replace("</script", "<\\/script"));
    Path page = Files.writeString(folder.resolve("axe.html"), html.replace("</body>", script));
    String dom =
        chromium(
            "--blink-settings=preferredColorScheme=" + colours,
            "--dump-dom",
            page.toUri().toString());
    assertThat(dom).containsPattern("<title>axe: [1-9]\\d+ passed;  end</title>");
  }

  @Test
  void prints() throws Exception {
    needChromium();
    Bundle bundle = PagesTest.bundle(false, true, new Outcome.Answered());
    Path page =
        Files.writeString(
            folder.resolve("page.html"), ScorecardPage.html(bundle, bundle.scorecards()));
    Path pdf = folder.resolve("page.pdf");
    chromium("--print-to-pdf=" + pdf, page.toUri().toString());
    assertThat(new String(Files.readAllBytes(pdf), StandardCharsets.ISO_8859_1)).startsWith("%PDF");
  }

  private static void needChromium() {
    boolean here = Files.isExecutable(CHROMIUM);
    if (System.getenv("CI") != null) {
      assertThat(here).as("needs the Debian package chromium").isTrue();
    }
    assumeTrue(here, "needs the Debian package chromium");
  }

  private String chromium(String... arguments) throws IOException, InterruptedException {
    Path out = folder.resolve("out");
    List<String> command =
        new ArrayList<>(
            List.of(
                CHROMIUM.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--virtual-time-budget=20000",
                "--user-data-dir=" + folder.resolve("profile")));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    boolean ended = process.waitFor(60, TimeUnit.SECONDS);
    process.destroyForcibly();
    assertThat(ended).as("Chromium ends within a minute").isTrue();
    return Files.readString(out);
  }
}

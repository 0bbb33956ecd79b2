package org.dreyfus.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dreyfus.bundle.Bundle;
import org.dreyfus.bundle.BundleWriter;
import org.dreyfus.bundle.Verification;
import org.dreyfus.report.script.ChartLibrary;
import org.dreyfus.report.site.Site;
import org.dreyfus.report.text.JUnitReport;
import org.dreyfus.report.text.MarkdownReport;
import org.dreyfus.report.text.ObservationTable;
import org.dreyfus.scoring.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InlinePageTest {

  @TempDir Path folder;

  private static String page(Bundle bundle) {
    return ScorecardPage.html(bundle, bundle.scorecards()).replace(ChartLibrary.text(), "");
  }

  @Test
  void aPageOfAClassifierSaysNothingOfTheWire() {
    assertThat(page(PagesTest.bundle(false, true, new Outcome.Answered())))
        .doesNotContain("On the wire", "#wire", "the box was met", "inline.json");
  }

  @Test
  void saysWhatWentInAndWhatCameOut() {
    assertThat(page(InlineBundles.meddlesome()))
        .contains("Every session was played through the box 3 times")
        .contains("4 flows, and over all replays 1,332 packets.")
        .contains(
            "Of 4 flows none was let through, 4 were blocked and none was held back; none is inconclusive.")
        .contains("1 flow was blocked in some replays and let through in others: 1 in 2 of 3.")
        .contains("Beside blocking, it sent 480,033 packets that nobody had put in (43 resets).")
        .contains("479,990 to hosts that no session knows, 10 resets, 479,900 connection attempts")
        .contains("One host got up to 8,000 within a second and 479,000 in all.")
        .contains("3: with every bit of their content inverted they passed")
        .contains("1: slowly and alone they passed")
        .contains("starved of processor time</td><td>gets misjudged</td><td>not tried")
        .contains("Tester alone, on a plain cable", "150,000</td><td class=\"n\">90,000")
        .contains("Changed fields, by packets: ip.ttl 7.");
  }

  @Test
  void saysHowItWasMeasuredOnTheWire() {
    assertThat(page(InlineBundles.meddlesome()))
        .contains("The box was met in a laboratory: two cables")
        .contains("12,346 packets a second, pauses cut to 5 ms")
        .contains("addresses drawn anew for each of 3 replays, from seed 1")
        .contains("A witness is a flow that the box treated alike in all replays")
        .contains("Seen on the wire: each packet was sent when the one before it had come out")
        .contains("Inconclusive flows stay in the count")
        .contains("<code>inline.jsonl.gz</code>")
        .doesNotContain("called with each packet", "keys compared", "the classifier");
  }

  @Test
  void aCableShowsNothingBesideBlocking() {
    assertThat(page(InlineBundles.cable()))
        .contains("Beside blocking, nothing was seen of it")
        .contains("It sent nothing outside the sessions.")
        .contains("Every flow was blocked in all replays or in none.")
        .contains("What happens when it fails was not tried in this run.")
        .contains("How much it can carry was not measured in this run.")
        .doesNotContain("why flows were blocked", "Who got packets outside");
  }

  @Test
  void escapesWhatADeviceIsCalled() {
    assertThat(page(InlineBundles.meddlesome()))
        .doesNotContain(InlineBundles.HOSTILE)
        .contains("&lt;script&gt;alert(");
  }

  @Test
  void textFormatsAndTheSiteTakeBundlesOfDevices() throws IOException {
    Bundle bundle = InlineBundles.meddlesome();
    assertThat(MarkdownReport.of(bundle, bundle.scorecards()))
        .contains("### On the wire", "Beside blocking, it sent 480,033 packets")
        .contains("| Lawful | 6 of 6 |", "| Moving an unlicensed work | 5 of 6 |");
    StringBuilder lines = new StringBuilder();
    ObservationTable.csv(bundle, lines);
    assertThat(lines.toString().lines()).hasSize(5);
    assertThat(JUnitReport.xml(bundle.scorecards())).contains("<testsuite ");
    Path run = folder.resolve("published/run/box");
    BundleWriter.write(run, bundle, ScorecardPage::html);
    assertThat(Verification.problems(run)).isEmpty();
    assertThat(Site.write(folder.resolve("published"), folder.resolve("site"))).hasSize(1);
    assertThat(Files.readString(folder.resolve("site/run/box/scorecard.html")))
        .contains("On the wire");
    assertThat(OverviewPage.html(List.of(row(bundle)))).contains("2 of 2", "on the wire");
    assertThat(Files.readString(folder.resolve("site/index.html"))).contains("on the wire");
  }

  private static OverviewPage.Row row(Bundle bundle) {
    return new OverviewPage.Row(bundle.manifest().classifier(), bundle.scorecards());
  }
}

package org.dreyfus.report.text;

import java.util.List;
import org.dreyfus.bundle.Bundle;
import org.dreyfus.bundle.RunManifest;
import org.dreyfus.report.RunWords;
import org.dreyfus.report.Words;
import org.dreyfus.scoring.ClaimResults;
import org.dreyfus.scoring.Finding;
import org.dreyfus.scoring.PairTest;
import org.dreyfus.scoring.Scorecard;
import org.dreyfus.scoring.Stratum;

/** A scorecard as Markdown: for a pull request, a wiki, a terminal. */
public final class MarkdownReport {

  private static final String LIMITS =
      """
      Counts describe this corpus exactly. Intervals answer only: had scenarios been drawn at random \
      from ones like these. They are not rates on any real network.
      """;

  private final StringBuilder text = new StringBuilder();

  private MarkdownReport() {}

  public static String of(Bundle bundle, List<Scorecard> scorecards) {
    MarkdownReport report = new MarkdownReport();
    report.head(bundle);
    scorecards.forEach(card -> report.blocker(bundle.manifest(), card));
    report.paragraph(LIMITS.strip());
    report.paragraph("To make it again: `" + bundle.manifest().reproduce() + "`");
    return report.text.toString();
  }

  private void head(Bundle bundle) {
    var run = bundle.manifest();
    line("# " + escaped(run.classifier().name()) + ": scorecard");
    line("");
    if (run.classifier().reconstruction()) {
      paragraph(
          "Our reconstruction from public statements, built to show the three findings of CITI TR"
              + " 09-01; it says nothing new about the vendor's device.");
    }
    paragraph(
        "Version %s, by %s. Corpus %s %s, SHA-256 `%s`. Told in advance: %s. Blinded: %s."
            .formatted(
                escaped(run.classifier().version()),
                escaped(run.classifier().vendor()),
                run.corpus().id(),
                run.corpus().version(),
                run.corpus().digest(),
                run.feeds().isEmpty() ? "nothing" : String.join(", ", run.feeds()),
                RunWords.blinding(run)));
  }

  private void blocker(RunManifest run, Scorecard card) {
    line("## " + escaped(card.policy().title()));
    line("");
    paragraph(Words.lawful(card));
    paragraph(Words.unlicensed(card));
    paragraph(Words.pairs(card));
    card.claims().forEach(this::claims);
    card.inline().ifPresent(seen -> MarkdownWire.of(seen).forEach(this::line));
    pairs(card.pairTests());
    MarkdownScores.of(run, card).forEach(this::line);
    strata(card.strata());
  }

  private void claims(ClaimResults file) {
    line("### " + escaped(file.title()));
    line("");
    line("| claim | finding | why |");
    line("|---|---|---|");
    for (Finding finding : file.findings()) {
      line(
          "| \"%s\" (%s) | %s | %s |"
              .formatted(
                  escaped(finding.claim().quote()),
                  escaped(finding.claim().claimant()),
                  Words.result(finding.result()),
                  escaped(finding.because())));
    }
    line("");
    file.contradictions().forEach(its -> paragraph("Cannot both hold: " + escaped(its.because())));
  }

  private void pairs(List<PairTest> tests) {
    line("### Matched pairs");
    line("");
    line(
        "| type | content | pairs | clusters | only unlicensed blocked | only lawful | interval | p |");
    line("|---|---|---|---|---|---|---|---|");
    for (PairTest test : tests) {
      line(
          "| %s | %s | %d | %d | %s | %s | %s to %s | %s |"
              .formatted(
                  test.type(),
                  test.shield().map(Enum::name).orElse("all"),
                  test.result().pairs(),
                  test.result().clusters(),
                  Words.percent(test.result().onlyInfringing()),
                  Words.percent(test.result().onlyLegal()),
                  Words.percent(test.result().lower()),
                  Words.percent(test.result().upper()),
                  test.result().p()));
    }
    line("");
  }

  private void strata(List<Stratum> strata) {
    line("### By kind of traffic");
    line("");
    line("| axis | value | lawful sessions hit | clusters | unlicensed let through | clusters |");
    line("|---|---|---|---|---|---|");
    for (Stratum stratum : strata) {
      line(
          "| %s | %s | %s | %d | %s | %d |"
              .formatted(
                  stratum.axis(),
                  escaped(stratum.value()),
                  Words.count(stratum.falsePositives()),
                  stratum.falsePositives().clusters(),
                  Words.count(stratum.falseNegatives()),
                  stratum.falseNegatives().clusters()));
    }
    line("");
  }

  private void paragraph(String words) {
    line(words);
    line("");
  }

  private void line(String words) {
    text.append(words).append('\n');
  }

  static String escaped(String words) {
    return words.replaceAll("\\s+", " ").replaceAll("[\\\\`*_{}\\[\\]<>|#]", "\\\\$0");
  }
}

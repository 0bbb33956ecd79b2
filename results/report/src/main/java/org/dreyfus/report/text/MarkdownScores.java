package org.dreyfus.report.text;

import java.util.ArrayList;
import java.util.List;
import org.dreyfus.bundle.RunManifest;
import org.dreyfus.report.RunWords;
import org.dreyfus.report.ScoreWords;
import org.dreyfus.report.Words;
import org.dreyfus.scoring.Leakage;
import org.dreyfus.scoring.OwnCeiling;
import org.dreyfus.scoring.ProtocolPrice;
import org.dreyfus.scoring.Roc;
import org.dreyfus.scoring.Scorecard;
import org.dreyfus.scoring.ceiling.LawfulShare;

/** Lines of a Markdown report on prices, own names, scores and leaks. */
final class MarkdownScores {

  private static final int MOST_POINTS = 20;

  private final List<String> lines = new ArrayList<>();

  private MarkdownScores() {}

  static List<String> of(RunManifest run, Scorecard card) {
    MarkdownScores scores = new MarkdownScores();
    scores.price(card.protocolPrice());
    card.ownCeiling().ifPresent(scores::own);
    card.roc().ifPresent(scores::roc);
    scores.leakage(run, card.leakage());
    return scores.lines;
  }

  private void price(ProtocolPrice price) {
    if (price.protocols().isEmpty()) {
      return;
    }
    head("By protocol alone", ScoreWords.price(price));
    table(
        "protocol",
        "unlicensed works it decides over",
        "lawful sessions that use it",
        "may be at most");
    for (LawfulShare share : price.protocols()) {
      row(
          share.protocol(),
          Words.percent(share.decides()),
          Words.percent(share.lawful()),
          ScoreWords.limit(share));
    }
    lines.add("");
  }

  private void own(OwnCeiling own) {
    head("By its own names for protocols", ScoreWords.own(own));
    table(
        "names blocked",
        "lawful hit, fitted",
        "unlicensed held back, fitted",
        "lawful hit, cluster left out",
        "unlicensed held back, cluster left out");
    for (OwnCeiling.Choice choice : own.choices()) {
      row(
          choice.fitted().blocked().isEmpty()
              ? "none"
              : String.join(", ", choice.fitted().blocked()),
          Words.percent(choice.fitted().falsePositives()),
          Words.percent(choice.fitted().caught()),
          Words.percent(choice.falsePositivesLeftOut()),
          Words.percent(choice.caughtLeftOut()));
    }
    lines.add("");
    paragraph(ScoreWords.ownLimits(own));
  }

  private void roc(Roc roc) {
    head("What its score could do", ScoreWords.roc(roc));
    roc.pairs().forEach(pairs -> lines.add("- " + ScoreWords.pairs(pairs)));
    lines.add("");
    table("blocked from", "lawful hit", "95 % interval", "unlicensed held back", "95 % interval");
    int every = Math.max(1, (roc.points().size() + MOST_POINTS - 1) / MOST_POINTS);
    for (int i = 0; i < roc.points().size(); i++) {
      if (i % every == 0 || i == roc.points().size() - 1) {
        Roc.Point point = roc.points().get(i);
        row(
            ScoreWords.threshold(point),
            ScoreWords.share(point.falsePositives()),
            ScoreWords.interval(point.falsePositives()),
            ScoreWords.share(point.caught()),
            ScoreWords.interval(point.caught()));
      }
    }
    lines.add("");
    if (every > 1) {
      paragraph("One threshold in %d; all stand in scorecard.json.".formatted(every));
    }
  }

  private void leakage(RunManifest run, List<Leakage> leakage) {
    ScoreWords.leakage(leakage)
        .ifPresent(
            words -> {
              head("What passed before a block", words);
              paragraph(RunWords.leakage(run));
            });
  }

  private void head(String title, String words) {
    lines.add("### " + title);
    lines.add("");
    paragraph(words);
  }

  private void paragraph(String words) {
    lines.add(MarkdownReport.escaped(words));
    lines.add("");
  }

  private void table(String... columns) {
    row(columns);
    lines.add("|" + "---|".repeat(columns.length));
  }

  private void row(String... cells) {
    List<String> escaped = new ArrayList<>();
    for (String cell : cells) {
      escaped.add(MarkdownReport.escaped(cell));
    }
    lines.add("| " + String.join(" | ", escaped) + " |");
  }
}

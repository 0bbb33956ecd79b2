package org.dreyfus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dreyfus.bundle.Bundle;
import org.dreyfus.bundle.BundleReader;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.scoring.Contradiction;
import org.dreyfus.scoring.Finding;
import org.dreyfus.scoring.RunEvidence;
import org.dreyfus.scoring.Scorecard;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job on the committed corpus: what a new user sees. */
@Tag("slow")
class DefaultCorpusTest {

  private static final long LARGEST_BYTES = 36L << 20;

  @TempDir Path folder;

  @Test
  void theCorpusIsAsLargeAndAsSmallAsItShouldBe() throws IOException {
    Path home = Installation.corpus(home());
    Corpus corpus = Corpus.open(home);
    assertThat(corpus.sessions()).hasSizeGreaterThanOrEqualTo(600);
    assertThat(corpus.sessions().stream().map(s -> s.scenario()).distinct())
        .hasSizeGreaterThanOrEqualTo(160);
    try (Stream<Path> files = Files.walk(home)) {
      long bytes = files.filter(Files::isRegularFile).mapToLong(f -> f.toFile().length()).sum();
      assertThat(bytes).isLessThanOrEqualTo(LARGEST_BYTES);
    }
    assertThat(Cli.run("corpus", "validate").exitCode()).isZero();
  }

  @Test
  void theClouseauRowsShowTheThreeFindingsOfCiti() throws IOException {
    Path out = folder.resolve("run");
    Cli.Ended ended =
        Cli.run(
            "evaluate",
            "--classifier",
            "clouseau-testimony,clouseau-whitepaper",
            "--out",
            out.toString());
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    for (String edition : List.of("clouseau-testimony", "clouseau-whitepaper")) {
      Bundle bundle = BundleReader.read(out.resolve(edition));
      assertThat(RunEvidence.of(bundle.evidence()).unstable()).isEmpty();
      Scorecard card = bundle.scorecards().get(0);
      Map<String, Finding.Result> results = results(card);
      assertThat(results)
          .as(edition)
          .containsEntry("blocks-known-p2p", Finding.Result.NOT_REFUTED)
          .containsEntry("spares-legitimate-communications", Finding.Result.REFUTED)
          .containsEntry("blocks-alternative-protocols", Finding.Result.REFUTED)
          .containsEntry("no-false-positives", Finding.Result.REFUTED);
      assertThat(contradictions(card))
          .anyMatch(
              c ->
                  c.first().equals("passes-legal-p2p")
                      && c.second().equals("bittorrent-always-blocked"));
      assertThat(card.pairs().difference()).isBetween(-0.2, 0.2);
      assertThat(Files.readString(out.resolve(edition).resolve("scorecard.html")))
          .contains("Our reconstruction from public statements");
    }
  }

  private static Map<String, Finding.Result> results(Scorecard card) {
    Map<String, Finding.Result> results = new HashMap<>();
    card.claims()
        .forEach(file -> file.findings().forEach(f -> results.put(f.claim().id(), f.result())));
    return results;
  }

  private static List<Contradiction> contradictions(Scorecard card) {
    return card.claims().stream().flatMap(file -> file.contradictions().stream()).toList();
  }

  private static String home() {
    System.setProperty("dreyfus.home", Cli.HOME.toString());
    return "default";
  }
}

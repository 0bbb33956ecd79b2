package org.dreyfus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dreyfus.bundle.Verification;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.engine.Duplicates;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in results/published still follows from its observations, and makes a site. */
@Tag("slow")
class PublishedTest {

  private static final Path PUBLISHED = Cli.HOME.resolve("results/published");

  @TempDir Path folder;

  @Test
  void everyBundleVerifies() throws IOException {
    List<Path> bundles = bundles();
    assertThat(bundles).hasSizeGreaterThan(10);
    for (Path bundle : bundles) {
      assertThat(Verification.problems(bundle)).as(bundle.toString()).isEmpty();
    }
  }

  @Test
  void theSiteIsMadeByOneCommand() throws IOException {
    Path site = folder.resolve("site");
    Cli.Ended ended = Cli.run("site", PUBLISHED.toString(), "--out", site.toString());
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    String table = Files.readString(site.resolve("index.html"));
    for (Path bundle : bundles()) {
      String page = PUBLISHED.relativize(bundle) + "/scorecard.html";
      assertThat(table).contains(page);
      assertThat(Files.size(site.resolve(page))).isBetween(10_000L, 5_000_000L);
    }
  }

  @Test
  void noSessionOfTheDefaultCorpusStandsThereTwice() throws IOException {
    Path corpus = Cli.HOME.resolve("traffic-corpus/corpora/default");
    assertThat(Duplicates.of(Corpus.open(corpus))).isEmpty();
    Path replicas = folder.resolve("replicas");
    Path small = SmallCorpus.of(folder.resolve("small"), "ssh-scp-1a", "web-http11-1a");
    Cli.run("corpus", "replicate", small.toString(), "--copies", "2", "--out", replicas.toString());
    assertThat(Duplicates.of(Corpus.open(replicas)))
        .as("replicas of a session that names addresses differ in them")
        .isNotEmpty()
        .allMatch(group -> group.size() == 2);
  }

  private static List<Path> bundles() throws IOException {
    try (Stream<Path> entries = Files.walk(PUBLISHED)) {
      return entries
          .filter(entry -> Files.isRegularFile(entry.resolve("run.json")))
          .sorted()
          .toList();
    }
  }
}

package org.dreyfus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.dreyfus.report.script.ChartLibrary;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole chain, capture to scorecard, for each folder under {@code golden}: {@code corpus} is
 * run, {@code expected} holds what comes out. To renew: {@code -Ddreyfus.regolden=true}, then read
 * the diff.
 */
class GoldenTest {

  private static final Path CASES = Path.of("../engine/src/test/resources/golden");
  private static final List<String> CLASSIFIERS =
      List.of("clouseau-testimony", "clouseau-whitepaper", "ports");

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> everyCase() throws IOException {
    List<Path> cases;
    try (Stream<Path> entries = Files.list(CASES)) {
      cases = entries.filter(Files::isDirectory).sorted().toList();
    }
    assertThat(cases).isNotEmpty();
    return cases.stream()
        .flatMap(
            each ->
                CLASSIFIERS.stream()
                    .map(
                        id ->
                            DynamicTest.dynamicTest(
                                each.getFileName() + ", " + id, () -> check(each, id))));
  }

  private void check(Path each, String classifier) throws IOException {
    Path out = folder.resolve(each.getFileName() + "-" + classifier);
    Cli.Ended ended =
        Cli.run(
            "evaluate",
            "--classifier",
            classifier,
            "--corpus",
            each.resolve("corpus").toString(),
            "--claims",
            "safemedia",
            "--policy",
            "block-p2p",
            "--out",
            out.toString());
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    Path bundle = out.resolve(classifier);
    Path expected = each.resolve("expected").resolve(classifier);
    compare(
        expected.resolve("observations.jsonl"), unzipped(bundle.resolve("observations.jsonl.gz")));
    compare(expected.resolve("scorecard.json"), Files.readString(bundle.resolve("scorecard.json")));
    assertThat(Cli.run("verify", bundle.toString()).out()).contains("arithmetic checked");
    Path page = folder.resolve("page.html");
    Cli.run("report", bundle.toString(), "--out", page.toString());
    assertThat(page).hasSameTextualContentAs(bundle.resolve("scorecard.html"));
    assertThat(Files.readString(page).replace(ChartLibrary.text(), ""))
        .doesNotContain("http://", "https://", "src=");
  }

  private static void compare(Path expected, String actual) throws IOException {
    if (Boolean.getBoolean("dreyfus.regolden")) {
      Files.createDirectories(expected.getParent());
      Files.writeString(expected, actual);
    }
    assertThat(actual)
        .as("%s: run with -Ddreyfus.regolden=true when the change is meant", expected)
        .isEqualTo(Files.readString(expected));
  }

  private static String unzipped(Path file) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      return reader.lines().collect(Collectors.joining("\n", "", "\n"));
    }
  }
}

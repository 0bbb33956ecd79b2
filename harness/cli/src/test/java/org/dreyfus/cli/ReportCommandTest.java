package org.dreyfus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.dreyfus.report.export.ObservationExport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Everything that is made of a stored bundle, and of two. */
class ReportCommandTest {

  @TempDir static Path folder;
  private static Path run;

  @BeforeAll
  static void evaluate() throws IOException {
    Path corpus =
        SmallCorpus.of(
            folder.resolve("corpus"),
            "web-http11-1a",
            "web-http11-1b",
            "bittorrent-transmission-plain-open-tracker-1a",
            "bittorrent-transmission-plain-open-tracker-1b");
    run = folder.resolve("run");
    Cli.Ended ended =
        Cli.run(
            "evaluate",
            "--corpus",
            corpus.toString(),
            "--classifier",
            "ports",
            "--classifier",
            "block-all",
            "--out",
            run.toString());
    assertThat(ended.exitCode()).as(ended.err()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"page", "markdown", "json", "summary", "observations", "junit"})
  void everyKindIsMadeAgainByteForByte(String kind) {
    String first = report(kind);
    assertThat(first).isNotBlank().isEqualTo(report(kind));
  }

  @Test
  void thePageIsTheOneInTheBundle() throws IOException {
    assertThat(report("page")).isEqualTo(Files.readString(run.resolve("ports/scorecard.html")));
  }

  @Test
  void aVendorsResponseStaysWithWhatIsPublishedAndIsPrinted() throws IOException {
    Path published = folder.resolve("answered");
    assertThat(Cli.run("publish", run.toString(), "--out", published.toString()).exitCode())
        .isZero();
    Path answer = Files.writeString(folder.resolve("answer.txt"), "Ours is <better>.\n");
    Path bundle = published.resolve("block-all");
    Cli.Ended added = Cli.run("report", bundle.toString(), "--response", answer.toString());
    assertThat(added.exitCode()).as(added.err()).isZero();
    assertThat(Cli.run("verify", bundle.toString()).exitCode()).isZero();
    Path site = folder.resolve("answered-site");
    assertThat(Cli.run("site", published.toString(), "--out", site.toString()).exitCode()).isZero();
    assertThat(Files.readString(site.resolve("block-all/scorecard.html")))
        .contains("Ours is &lt;better&gt;.");
    assertThat(Files.readString(site.resolve("ports/scorecard.html")))
        .contains("No response stands with this result.");
    Cli.Ended missing = Cli.run("report", bundle.toString(), "--response", "no-such-file");
    assertThat(missing.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(missing.err()).contains("no-such-file: there is no such file");
  }

  @Test
  void withoutItsModuleParquetSaysHowToGetIt() {
    Thread thread = Thread.currentThread();
    ClassLoader all = thread.getContextClassLoader();
    thread.setContextClassLoader(new WithoutExports(all));
    try {
      String bundle = run.resolve("ports").toString();
      Cli.Ended ended = Cli.run("report", bundle, "--as", "parquet");
      assertThat(ended.exitCode()).isEqualTo(ExitCode.MISSING_REQUIREMENT);
      assertThat(ended.err().lines())
          .singleElement()
          .asString()
          .contains("./dreyfus --with-parquet report " + bundle + " --as parquet");
    } finally {
      thread.setContextClassLoader(all);
    }
  }

  @Test
  @Tag("slow")
  void withItsModuleParquetIsWritten() throws IOException {
    boolean installed = ServiceLoader.load(ObservationExport.class).findFirst().isPresent();
    assertThat(System.getenv("CI") != null && !installed).as("CI builds with -Pparquet").isFalse();
    assumeTrue(installed, "the module for Parquet is built with -Pparquet only");
    Path file = folder.resolve("flows.parquet");
    Cli.Ended ended =
        Cli.run(
            "report", run.resolve("ports").toString(), "--as", "parquet", "--out", file.toString());
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(Files.readAllBytes(file)).startsWith('P', 'A', 'R', '1');
    Cli.Ended out =
        Cli.run("report", run.resolve("ports").toString(), "--as", "parquet", "--out", "-");
    assertThat(out.exitCode()).isEqualTo(ExitCode.USAGE);
  }

  /** Finds no modules that add outputs. */
  private static final class WithoutExports extends ClassLoader {
    WithoutExports(ClassLoader parent) {
      super(parent);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
      return name.endsWith(ObservationExport.class.getName())
          ? Collections.emptyEnumeration()
          : super.getResources(name);
    }
  }

  @Test
  void aLineAFlow() throws IOException {
    List<String> lines = report("observations").lines().toList();
    try (GZIPInputStream stored =
        new GZIPInputStream(
            Files.newInputStream(run.resolve("ports").resolve("observations.jsonl.gz")))) {
      long flows = new String(stored.readAllBytes(), StandardCharsets.UTF_8).lines().count();
      assertThat(lines).hasSize((int) flows + 1);
    }
    assertThat(lines.get(0)).startsWith("classifier,session,scenario,cluster");
    assertThat(lines).anyMatch(line -> line.startsWith("ports,web-http11-1a,web-http11,"));
  }

  @Test
  void aDamagedBundleLeavesNoHalfTable() throws IOException {
    Path bundle = Files.createDirectory(folder.resolve("damaged"));
    try (Stream<Path> files = Files.walk(run.resolve("ports"))) {
      for (Path file : files.skip(1).toList()) {
        Files.copy(file, bundle.resolve(run.resolve("ports").relativize(file).toString()));
      }
    }
    Path damaged = bundle.resolve("observations.jsonl.gz");
    byte[] whole = Files.readAllBytes(damaged);
    Files.write(damaged, Arrays.copyOf(whole, whole.length - 20));
    Path table = Files.createDirectory(folder.resolve("tables")).resolve("flows.csv");
    Files.writeString(table, "an older one");
    Cli.Ended ended =
        Cli.run("report", bundle.toString(), "--as", "observations", "--out", table.toString());
    assertThat(ended.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(ended.err()).contains("observations.jsonl.gz: damaged gzip");
    assertThat(table.getParent()).isDirectoryNotContaining(file -> !file.equals(table));
    assertThat(table).hasContent("an older one");
  }

  @Test
  void aClaimIsATestCaseAndOnlySupportPasses() throws Exception {
    Document xml =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(report("junit").getBytes(StandardCharsets.UTF_8)));
    var suites = xml.getElementsByTagName("testsuite");
    assertThat(suites.getLength()).isGreaterThanOrEqualTo(4);
    int passed = 0;
    for (int i = 0; i < suites.getLength(); i++) {
      Element suite = (Element) suites.item(i);
      int cases = suite.getElementsByTagName("testcase").getLength();
      int failures = suite.getElementsByTagName("failure").getLength();
      int skipped = suite.getElementsByTagName("skipped").getLength();
      assertThat(suite.getAttribute("tests")).isEqualTo(String.valueOf(cases));
      assertThat(suite.getAttribute("failures")).isEqualTo(String.valueOf(failures));
      assertThat(suite.getAttribute("skipped")).isEqualTo(String.valueOf(skipped));
      passed += cases - failures - skipped;
    }
    assertThat(passed).as("a public corpus supports nothing").isZero();
  }

  @Test
  void markdownSaysWhatThePageSays() {
    assertThat(report("markdown"))
        .contains("Of 2 lawful sessions", "They are not rates on any real network.")
        .contains("| claim | finding | why |");
  }

  @Test
  void blockersAreSetAgainstTheFirst() throws IOException {
    Cli.Ended ended = Cli.run("compare", path("block-all"), path("ports"), "--format", "csv");
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out().lines().skip(1))
        .isNotEmpty()
        .allMatch(line -> line.startsWith("block-all/own,ports/block-"));
    assertThat(ended.out()).contains("block-all/own,ports/block-bittorrent,2,2,");
    Path page = folder.resolve("compare.html");
    Cli.run("compare", path("block-all"), path("ports"), "--out", page.toString());
    assertThat(Files.readString(page))
        .contains("block-all/own, set against others", "ports/block-bittorrent");
  }

  @Test
  void whatIsPublishedIsSmallAndStillVerifies() throws IOException {
    Path published = folder.resolve("published");
    Cli.Ended ended = Cli.run("publish", run.toString(), "--out", published.toString());
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    Path copy = published.resolve("ports");
    assertThat(copy.resolve("scorecard.html")).doesNotExist();
    assertThat(copy.resolve("scorecard.json")).doesNotExist();
    assertThat(Cli.run("verify", copy.toString()).out()).contains("arithmetic checked");
    assertThat(Cli.run("report", copy.toString(), "--out", "-").out()).isEqualTo(report("page"));
    Path sums = copy.resolve("SHA256SUMS");
    Files.writeString(
        sums, Files.readString(sums).replaceFirst("[0-9a-f]{4}(?=.{60}  scorecard.json)", "0000"));
    assertThat(Cli.run("verify", copy.toString()).out()).contains("gives another scorecard");
  }

  @Test
  void aSiteListsEveryBlockerAndWhoseWordItIs() throws IOException {
    Path published = folder.resolve("for-site");
    Cli.run("publish", run.toString(), "--out", published.resolve("set").toString());
    Files.writeString(
        published.resolve("site.json"),
        """
        {"schemaVersion":1,"entries":[{"bundle":"set/ports","rerunByUs":true,
          "withdrawn":"its maker asked for it","response":"We <b>object</b>."}]}
        """);
    Path site = folder.resolve("site");
    Cli.Ended ended = Cli.run("site", published.toString(), "--out", site.toString());
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    String table = Files.readString(site.resolve("index.html"));
    assertThat(table)
        .contains("re-run by us", "arithmetic checked", "withdrawn", "its maker asked for it")
        .contains("href=\"set/ports/scorecard.html\"");
    assertThat(Files.readString(site.resolve("set/ports/scorecard.html")))
        .contains("We &lt;b")
        .doesNotContain("<b>object");
    assertThat(Files.readString(site.resolve("set/block-all/scorecard.html")))
        .contains("No response stands with this result.");
    Files.writeString(
        published.resolve("site.json"),
        "{\"schemaVersion\":1,\"entries\":[{\"bundle\":\"set/gone\",\"rerunByUs\":true}]}");
    Cli.Ended gone =
        Cli.run("site", published.toString(), "--out", folder.resolve("other").toString());
    assertThat(gone.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(gone.err()).contains("names 'set/gone', where no bundle is");
  }

  @Test
  void oneAloneCannotBeCompared() {
    Cli.Ended ended = Cli.run("compare", path("block-all"));
    assertThat(ended.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(ended.err()).contains("name another");
  }

  private static String path(String classifier) {
    return run.resolve(classifier).toString();
  }

  private static String report(String kind) {
    Cli.Ended ended = Cli.run("report", path("ports"), "--as", kind, "--out", "-");
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    return ended.out();
  }
}

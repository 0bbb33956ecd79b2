package org.dreyfus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One clear line, the right exit code, never a stack trace. */
class ErrorsTest {

  @TempDir Path folder;

  private static void assertOneLine(Cli.Ended ended, int exitCode, String... fragments) {
    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(exitCode);
    assertThat(ended.err()).contains(fragments).doesNotContain("\tat ", "Exception in");
    assertThat(ended.err().strip().lines().count()).isLessThanOrEqualTo(2);
    assertThat(ended.out()).isEmpty();
  }

  @Test
  void unknownClassifier() {
    assertOneLine(
        Cli.run("evaluate", "--classifier", "nosuch"), 2, "no classifier 'nosuch'", "allow-all");
  }

  @Test
  void unknownCorpus() {
    assertOneLine(Cli.run("evaluate", "--corpus", "nosuch"), 3, "no corpus 'nosuch'", "default");
  }

  @Test
  void unknownClaimFile() {
    assertOneLine(
        Cli.run("evaluate", "--claims", "nosuch"), 3, "no claim file 'nosuch'", "safemedia");
  }

  @Test
  void malformedClaimFile() throws IOException {
    Path file = Files.writeString(folder.resolve("c.json"), "{\n \"id\": }");
    assertOneLine(Cli.run("evaluate", "--claims", file.toString()), 3, "c.json:2:");
  }

  @Test
  void whatIsNoText() throws IOException {
    Path file = Files.write(folder.resolve("c.json"), new byte[] {'{', (byte) 0xd4, (byte) 0xc3});
    String path = file.toString();
    assertOneLine(Cli.run("claims", "check", path), 3, "c.json: is no text in UTF-8");
    assertOneLine(Cli.run("evaluate", "--policy", path), 3, "c.json: is no text in UTF-8");
    assertOneLine(
        Cli.run("evaluate", "--classifier", "ports", "--sign", path),
        3,
        "c.json: holds no 'PRIVATE KEY' in PEM");
  }

  @Test
  void malformedPolicy() throws IOException {
    Path file = Files.writeString(folder.resolve("p.json"), "{\"schemaVersion\":1,\"bloks\":[]}");
    assertOneLine(Cli.run("evaluate", "--policy", file.toString()), 3, "p.json:1:");
  }

  @Test
  void corpusWithMalformedManifest() throws IOException {
    Files.writeString(folder.resolve("corpus.json"), "[]");
    assertOneLine(Cli.run("evaluate", "--corpus", folder.toString()), 3, "corpus.json:1:");
  }

  @Test
  void unwritableOutput() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");
    assertOneLine(
        Cli.run("evaluate", "--out", file.resolve("run").toString()), 3, "choose another --out");
    assertOneLine(Cli.run("evaluate", "--out", folder.toString()), 3, "exists already");
  }

  @Test
  void wrongUse() {
    assertThat(Cli.run("evaluate", "--threads", "0").exitCode()).isEqualTo(2);
    assertThat(Cli.run("evaluate", "--nosuch").exitCode()).isEqualTo(2);
    assertThat(Cli.run("frobnicate").exitCode()).isEqualTo(2);
    assertThat(Cli.run().exitCode()).isEqualTo(2);
    assertThat(Cli.run("corpus").exitCode()).isEqualTo(2);
  }

  @Test
  void missingAndForeignBundles() {
    assertOneLine(Cli.run("verify", folder.toString()), 3, "no result bundle");
    assertOneLine(Cli.run("report", folder.toString()), 3, "no result bundle");
  }

  @Test
  void hostileCaptures() throws IOException {
    Random random = new Random(2008);
    for (int size : new int[] {0, 1, 23, 24, 40, 4_096}) {
      byte[] bytes = new byte[size];
      random.nextBytes(bytes);
      Path file = Files.write(folder.resolve("random-" + size + ".pcap"), bytes);
      Cli.Ended ended = Cli.run("classify", "--classifier", "ports", file.toString());
      assertThat(ended.exitCode()).isEqualTo(3);
      assertThat(ended.err()).contains("random-" + size + ".pcap").doesNotContain("\tat ");
      assertThat(ended.err().strip().lines().count()).isEqualTo(1);
    }
    assertOneLine(
        Cli.run("classify", "--classifier", "ports", folder.resolve("none.pcap").toString()),
        3,
        "none.pcap: no such file");
  }

  @Test
  void helpAndVersionGoToStandardOutput() {
    assertThat(Cli.run("--help").out()).contains("evaluate", "classify", "Exit codes");
    assertThat(Cli.run("--version").out()).startsWith("dreyfus ");
    assertThat(Cli.run("classifiers", "--format", "csv").out()).startsWith("id,name,version");
    assertThat(Cli.run("classifiers", "--format", "json").out()).contains("\"clouseau-testimony\"");
  }
}

package org.dreyfus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.Session;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code corpus import} and {@code corpus export} as a user meets them. */
class ExchangeCommandsTest {

  @TempDir Path folder;

  private Path anyCapture() throws IOException {
    Corpus corpus = Corpus.open(Cli.HOME.resolve("traffic-corpus/corpora/default"));
    Session session =
        corpus.sessions().stream()
            .filter(s -> s.id().startsWith("bittorrent"))
            .findFirst()
            .orElseThrow();
    Path set = Files.createDirectories(folder.resolve("set").resolve("Benign"));
    return Files.copy(corpus.capture(session), set.resolve("BitTorrent.pcap"));
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private Cli.Ended imported() throws IOException {
    anyCapture();
    return Cli.run(
        "corpus",
        "import",
        "dataset",
        path("set"),
        "--mapping",
        "ustc-tfc2016",
        "--out",
        path("out"));
  }

  @Test
  void anImportedSetIsACorpusLikeAnyOther() throws IOException {
    Cli.Ended ended = imported();
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.err()).contains("1 sessions", "dreyfus corpus validate");
    Cli.Ended validated = Cli.run("corpus", "validate", path("out"));
    assertThat(validated.out()).contains("1 sessions, all well");
    assertThat(validated.exitCode()).isZero();
    Cli.Ended shown = Cli.run("corpus", "show", path("out"));
    assertThat(shown.out()).contains("IMPORTED", "UNSTATED", "BitTorrent");
    Cli.Ended evaluated =
        Cli.run("evaluate", "--corpus", path("out"), "--classifier", "ports", "--out", path("run"));
    assertThat(evaluated.exitCode()).as(evaluated.err()).isZero();
    assertThat(folder.resolve("run/ports/scorecard.json")).exists();
  }

  @Test
  void aCorpusComesBackFromEachFormat() throws IOException {
    imported();
    for (String format : new String[] {"pcapml", "csv", "croissant"}) {
      Cli.Ended exported =
          Cli.run("corpus", "export", path("out"), "--format", format, "--out", path(format));
      assertThat(exported.exitCode()).as(exported.err()).isZero();
      assertThat(
              Cli.run("corpus", "export", path("out"), "--format", format, "--out", path(format)))
          .extracting(Cli.Ended::exitCode)
          .as("files are never overwritten")
          .isEqualTo(ExitCode.BAD_INPUT);
    }
    Cli.Ended inside =
        Cli.run("corpus", "export", path("out"), "--format", "csv", "--out", path("out/x.csv"));
    assertThat(inside.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(inside.err()).contains("lies in the corpus");
    Cli.Ended back = Cli.run("corpus", "import", "pcapml", path("pcapml"), "--out", path("back"));
    assertThat(back.exitCode()).as(back.err()).isZero();
    Cli.Ended table =
        Cli.run(
            "corpus",
            "import",
            "csv",
            path("csv"),
            "--captures",
            path("out/sessions"),
            "--out",
            path("table"));
    assertThat(table.exitCode()).as(table.err()).isZero();
    String flows = "sessions/Benign-BitTorrent/flows.jsonl";
    assertThat(folder.resolve("back").resolve(flows))
        .hasSameTextualContentAs(folder.resolve("out").resolve(flows));
    assertThat(folder.resolve("table").resolve(flows))
        .hasSameTextualContentAs(folder.resolve("out").resolve(flows));
  }

  @Test
  void aCaptureInZstdStaysOne() throws IOException {
    imported();
    Cli.run("corpus", "export", path("out"), "--format", "csv", "--out", path("csv"));
    String session = "sessions/Benign-BitTorrent/";
    byte[] capture = Files.readAllBytes(folder.resolve("out").resolve(session + "capture.pcap"));
    Path packed = Files.createDirectories(folder.resolve("packed/Benign-BitTorrent"));
    Files.write(packed.resolve("capture.pcap.zst"), Zstd.compress(capture));
    Cli.Ended table =
        Cli.run(
            "corpus",
            "import",
            "csv",
            path("csv"),
            "--captures",
            path("packed"),
            "--out",
            path("table"));
    assertThat(table.exitCode()).as(table.err()).isZero();
    assertThat(folder.resolve("table").resolve(session + "capture.pcap.zst"))
        .hasSameBinaryContentAs(packed.resolve("capture.pcap.zst"));
    assertThat(folder.resolve("table").resolve(session + "flows.jsonl"))
        .hasSameTextualContentAs(folder.resolve("out").resolve(session + "flows.jsonl"));
    assertThat(Cli.run("corpus", "validate", path("table")).out()).contains("all well");
    Cli.Ended evaluated =
        Cli.run(
            "evaluate", "--corpus", path("table"), "--classifier", "ports", "--out", path("run"));
    assertThat(evaluated.exitCode()).as(evaluated.err()).isZero();
  }

  @Test
  void namesFileAndLineOfBadInput() throws IOException {
    Path capture = anyCapture();
    Path table =
        Files.writeString(
            folder.resolve("labels.csv"),
            "src_ip,src_port,dest_ip,dest_port,proto,label\n192.0.2.1,1,192.0.2.2,2,TCP,x\n");
    Cli.Ended ended =
        Cli.run(
            "corpus",
            "import",
            "csv",
            table.toString(),
            "--captures",
            capture.toString(),
            "--out",
            path("out"));
    assertThat(ended.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(ended.err()).contains("labels.csv:2: matches no flow of ").hasLineCount(1);
    assertThat(folder.resolve("out")).doesNotExist();
    assertThat(
            Cli.run("corpus", "import", "pcapml", capture.toString(), "--out", path("out")).err())
        .contains("BitTorrent.pcap: frame 1: has 0 comments");
    assertThat(Cli.run("corpus", "import", "pcapml", path("none"), "--out", path("out")).exitCode())
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(
            Cli.run(
                "corpus", "import", "pcapml", "x", "--out", path("out"), "--default", "colour=red"))
        .matches(usage -> usage.exitCode() == ExitCode.USAGE)
        .matches(usage -> usage.err().contains("unknown field 'colour'"));
  }

  @Test
  void flowsAreShownWithTheirCommunityId() throws IOException {
    imported();
    String session = "Benign-BitTorrent";
    for (String format : new String[] {"text", "json", "csv"}) {
      assertThat(
              Cli.run("corpus", "show", path("out"), "--session", session, "--format", format)
                  .out())
          .containsPattern("1:[A-Za-z0-9+/]{27}=");
    }
  }

  /** Labels in a capture's comments must not reach a classifier. */
  @Test
  @Tag("slow")
  void commentsDoNotChangeWhatClassifiersSee() throws IOException {
    imported();
    Cli.run("corpus", "export", path("out"), "--format", "pcapml", "--out", path("x.pcapng"));
    Cli.Ended with = Cli.run("classify", path("x.pcapng"), "--format", "csv");
    Cli.run("corpus", "import", "pcapml", path("x.pcapng"), "--out", path("back"));
    Path capture = folder.resolve("back/sessions/Benign-BitTorrent/capture.pcapng");
    assertThat(new String(Files.readAllBytes(capture), StandardCharsets.ISO_8859_1))
        .doesNotContain("legality", "s=0,");
    assertThat(with.exitCode()).as(with.err()).isZero();
    assertThat(with.out()).doesNotContain("legality");
  }
}

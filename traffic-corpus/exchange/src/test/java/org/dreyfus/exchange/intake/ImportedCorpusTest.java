package org.dreyfus.exchange.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dreyfus.capture.CaptureException;
import org.dreyfus.capture.CaptureReader;
import org.dreyfus.capture.CaptureSource;
import org.dreyfus.capture.Frame;
import org.dreyfus.capture.PcapngWriter;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.CorpusValidator;
import org.dreyfus.corpus.Host;
import org.dreyfus.corpus.Session;
import org.dreyfus.exchange.SmallCapture;
import org.dreyfus.exchange.labels.LabelFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportedCorpusTest {

  private static final FlowLabels UNNAMED = flow -> LabelFields.unnamed("A test.");

  @TempDir Path folder;

  private static ImportedSession session(String name) {
    return new ImportedSession(name, "scenario", "A story.", "cluster", Optional.empty());
  }

  private Path plain() throws IOException {
    return new SmallCapture()
        .tcp(0, 40_000, 443, "x")
        .udp(10, 40_001, 53)
        .write(folder.resolve("plain.pcap"));
  }

  private Path commented(List<String> section, Optional<String> comment) throws IOException {
    Path file = folder.resolve("commented.pcapng");
    Frame frame = new Frame();
    try (CaptureReader reader = CaptureReader.open(CaptureSource.file(plain()));
        PcapngWriter writer = PcapngWriter.file(file, section)) {
      while (reader.next(frame)) {
        writer.write(frame, comment);
      }
    }
    return file;
  }

  private Corpus imported(Path capture) throws IOException {
    try (ImportedCorpus corpus = ImportedCorpus.begin(folder.resolve("out"))) {
      corpus.addCopy(session("a"), capture, UNNAMED);
      return corpus.finish(About.source("A set!", "For tests."));
    }
  }

  private static byte[] bytes(Corpus corpus) throws IOException {
    return Files.readAllBytes(corpus.capture(corpus.sessions().get(0)));
  }

  @Test
  void keepsCapturesWithoutCommentsByteByByte() throws IOException {
    Path file = commented(List.of(), Optional.empty());
    assertThat(bytes(imported(file))).isEqualTo(Files.readAllBytes(file));
  }

  /** An in-process classifier can see a little beyond its packet: labels must not be there. */
  @Test
  void takesCommentsOutOfCaptures() throws IOException {
    Corpus corpus = imported(commented(List.of(), Optional.of("secret label")));
    assertThat(new String(bytes(corpus), StandardCharsets.ISO_8859_1)).doesNotContain("secret");
    assertThat(corpus.flows(corpus.sessions().get(0))).hasSize(2);
    assertThat(CorpusValidator.problems(corpus)).isEmpty();
  }

  @Test
  void takesCommentsOfTheSectionOut() throws IOException {
    Corpus corpus = imported(commented(List.of("secret"), Optional.empty()));
    assertThat(new String(bytes(corpus), StandardCharsets.ISO_8859_1)).doesNotContain("secret");
  }

  @Test
  void everyAddressIsAHostThatListensWhereItResponded() throws IOException {
    Session session = imported(plain()).sessions().get(0);
    assertThat(session.hosts())
        .extracting(Host::address)
        .containsExactly(SmallCapture.CLIENT, SmallCapture.SERVER);
    assertThat(session.hosts().get(0).announcedPorts()).isEmpty();
    assertThat(session.hosts().get(1).announcedPorts()).containsExactly(53, 443);
    assertThat(session.checks().labelsConfirmed()).isFalse();
  }

  @Test
  void namesThatCollideOrCannotBeFoldersAreReplaced() throws IOException {
    try (ImportedCorpus corpus = ImportedCorpus.begin(folder.resolve("out"))) {
      for (String name : List.of("../a b", "..a b", "A-B", "///")) {
        corpus.addCopy(session(name), plain(), UNNAMED);
      }
      assertThat(corpus.finish(About.source("x", "y")).sessions())
          .extracting(Session::id)
          .containsExactly("A-B-3", "a-b", "a-b-2", "session");
    }
  }

  @Test
  void nothingIsLeftOfAFailedImport() throws IOException {
    Path broken = folder.resolve("broken.pcap");
    byte[] whole = Files.readAllBytes(plain());
    Files.write(broken, Arrays.copyOf(whole, whole.length - 3));
    assertThatThrownBy(() -> imported(broken))
        .isInstanceOf(CaptureException.class)
        .hasMessageContaining("broken.pcap: byte ");
    try (var entries = Files.list(folder)) {
      assertThat(entries.map(Path::getFileName).map(Path::toString))
          .containsExactlyInAnyOrder("plain.pcap", "broken.pcap");
    }
  }

  @Test
  void doesNotOverwriteAndWantsSomething() throws IOException {
    Files.createDirectory(folder.resolve("there"));
    assertThatThrownBy(() -> ImportedCorpus.begin(folder.resolve("there")))
        .isInstanceOf(FileAlreadyExistsException.class);
    try (ImportedCorpus corpus = ImportedCorpus.begin(folder.resolve("out"))) {
      assertThatThrownBy(() -> corpus.finish(About.source("x", "y")))
          .hasMessageContaining("nothing to import was found");
    }
  }
}

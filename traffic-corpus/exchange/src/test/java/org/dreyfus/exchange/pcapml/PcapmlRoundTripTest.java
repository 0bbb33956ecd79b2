package org.dreyfus.exchange.pcapml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dreyfus.capture.CaptureReader;
import org.dreyfus.capture.CaptureSource;
import org.dreyfus.capture.Frame;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.CorpusValidator;
import org.dreyfus.corpus.Label;
import org.dreyfus.corpus.LegalBasis;
import org.dreyfus.corpus.LegalStatus;
import org.dreyfus.corpus.Protection;
import org.dreyfus.corpus.Role;
import org.dreyfus.corpus.Work;
import org.dreyfus.exchange.Corpora;
import org.dreyfus.exchange.SmallCapture;
import org.dreyfus.exchange.Tools;
import org.dreyfus.exchange.intake.ImportOptions;
import org.dreyfus.exchange.labels.LabelFields;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PcapmlRoundTripTest {

  @TempDir Path folder;

  @Test
  @Tag("slow")
  void theDefaultCorpusLosesNoLabel() throws IOException {
    Corpus corpus = Corpus.open(Corpora.DEFAULT);
    Path file = folder.resolve("default.pcapng");
    assertThat(PcapmlExport.write(corpus, file)).isGreaterThan(500);
    Corpus back = PcapmlImport.read(file, ImportOptions.to(folder.resolve("back")));
    assertThat(Corpora.flows(back)).isEqualTo(Corpora.flows(corpus));
    assertThat(Corpora.ties(back)).isEqualTo(Corpora.ties(corpus));
    assertThat(back.works()).isEqualTo(corpus.works());
    assertThat(CorpusValidator.problems(back)).isEmpty();
  }

  @Test
  void hostileValuesSurvive() throws IOException {
    Label label =
        new Label(
            LegalStatus.INFRINGING,
            LegalBasis.UNLICENSED_COPY,
            Protection.TUNNELLED,
            "TLS, almost",
            Optional.of("a=b%2C%"),
            " spaces at both ends ",
            Role.CONTENT,
            Optional.of("work,1"),
            Optional.empty());
    Work work =
        new Work(
            "work,1",
            "A \"title\", with = signs",
            "video/x-matroska",
            7,
            "00",
            LegalStatus.INFRINGING,
            LegalBasis.UNLICENSED_COPY,
            "All rights reserved.",
            "by a test");
    SmallCapture capture = new SmallCapture().tcp(0, 40_000, 443, "hello").udp(2, 40_001, 53);
    capture.tcp(50, 40_000, 443, "again, on the same ports");
    Corpus corpus = Corpora.small(folder.resolve("corpus"), capture, label, List.of(work));
    assertThat(corpus.flows(corpus.sessions().get(0))).hasSize(3);
    Path file = folder.resolve("small.pcapng");
    assertThat(PcapmlExport.write(corpus, file)).isEqualTo(3);
    Corpus back = PcapmlImport.read(file, ImportOptions.to(folder.resolve("back")));
    assertThat(Corpora.flows(back)).isEqualTo(Corpora.flows(corpus));
    assertThat(Corpora.ties(back)).isEqualTo(Corpora.ties(corpus));
    assertThat(back.works()).isEqualTo(corpus.works());
    assertThat(CorpusValidator.problems(back)).isEmpty();
  }

  @Test
  void samplesAreContiguousAndCarryTheAxes() throws IOException {
    SmallCapture capture = new SmallCapture().tcp(0, 40_000, 80, "hello").udp(1, 40_001, 53);
    Corpus corpus =
        Corpora.small(
            folder.resolve("c"), capture, LabelFields.unnamed("because, = it is"), List.of());
    Path file = folder.resolve("small.pcapng");
    PcapmlExport.write(corpus, file);
    List<String> samples = new ArrayList<>();
    List<Long> times = new ArrayList<>();
    Frame frame = new Frame();
    try (CaptureReader reader = CaptureReader.openWithComments(CaptureSource.file(file))) {
      while (reader.next(frame)) {
        String comment = reader.comments().get(0);
        assertThat(comment)
            .contains("legality=UNDETERMINED", "protection=UNSTATED", "cluster=a/cluster")
            .contains("reason=because%2C %3D it is", "session=first", "community_id=1:");
        samples.add(comment.substring(0, comment.indexOf(',')));
        times.add(frame.timestampNanos());
      }
    }
    assertThat(samples).containsExactly("s=0", "s=0", "s=0", "s=0", "s=0", "s=1", "s=1");
    assertThat(times).as("nanoseconds, in 64 bits").contains(SmallCapture.START);
  }

  @Test
  @Tag("slow")
  void tsharkReadsTheComments() throws IOException, InterruptedException {
    Corpus corpus =
        Corpora.small(
            folder.resolve("c"),
            new SmallCapture().tcp(0, 40_000, 80, "hello"),
            LabelFields.unnamed("no reason"),
            List.of());
    Path file = folder.resolve("small.pcapng");
    PcapmlExport.write(corpus, file);
    List<String> lines =
        Tools.output(
            "tshark",
            "-r",
            file.toString(),
            "-T",
            "fields",
            "-e",
            "frame.comment",
            "-e",
            "frame.time_epoch");
    assertThat(lines).hasSize(5);
    assertThat(lines.get(0)).startsWith("s=0,proc=unknown").contains("\t1700000000.000000000");
    assertThat(lines).allMatch(line -> line.contains("reason=no reason"));
  }
}

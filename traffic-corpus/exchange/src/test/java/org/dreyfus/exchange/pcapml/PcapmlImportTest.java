package org.dreyfus.exchange.pcapml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dreyfus.capture.LinkType;
import org.dreyfus.capture.PcapngWriter;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.CorpusValidator;
import org.dreyfus.corpus.Label;
import org.dreyfus.corpus.LegalStatus;
import org.dreyfus.corpus.Origin;
import org.dreyfus.corpus.Protection;
import org.dreyfus.corpus.Session;
import org.dreyfus.exchange.ExchangeException;
import org.dreyfus.exchange.SmallCapture;
import org.dreyfus.exchange.intake.ImportOptions;
import org.dreyfus.exchange.rebuilt.RebuiltPacket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PcapmlImportTest {

  @TempDir Path folder;

  private final SmallCapture capture = new SmallCapture();

  private Path file(String... comments) throws IOException {
    Path file = folder.resolve("foreign.pcapng");
    try (PcapngWriter writer = PcapngWriter.file(file, List.of("a comment of somebody's"))) {
      for (int i = 0; i < capture.packets().size(); i++) {
        RebuiltPacket packet = capture.packets().get(i);
        byte[] frame = packet.frame();
        writer.write(
            packet.timestampNanos(),
            ByteBuffer.wrap(frame),
            0,
            frame.length,
            packet.wireLength(),
            LinkType.ETHERNET,
            Optional.of(comments[Math.min(i, comments.length - 1)]).filter(c -> !c.isEmpty()));
      }
    }
    return file;
  }

  private ImportOptions options() {
    return ImportOptions.to(folder.resolve("out"));
  }

  private static Label label(Corpus corpus, Session session) throws IOException {
    return corpus.flows(session).get(0).label();
  }

  /** Ids beyond 64 bits stay what they are. */
  @Test
  void readsTheLegacyGrammar() throws IOException {
    capture.udp(0, 40_000, 53).udp(10, 40_001, 6_881);
    String big = "98765432109876543210987";
    Corpus corpus =
        PcapmlImport.read(
            file("7,dns", "7,dns", big + ",bittorrent", big + ",bittorrent"), options());
    assertThat(corpus.sessions())
        .extracting(Session::id)
        .containsExactly("sample-7", "sample-" + big);
    Session torrent = corpus.sessions().get(1);
    assertThat(label(corpus, torrent).protocol()).isEqualTo("BitTorrent");
    assertThat(label(corpus, torrent).protection()).isEqualTo(Protection.UNSTATED);
    assertThat(label(corpus, torrent).legalStatus()).isEqualTo(LegalStatus.UNDETERMINED);
    assertThat(label(corpus, torrent).reason()).isPresent();
    assertThat(torrent.origin()).isEqualTo(Origin.IMPORTED);
    assertThat(torrent.rekeying()).isEqualTo(Session.Rekeying.HEADERS);
    assertThat(torrent.cluster()).isEqualTo("pcapml/bittorrent");
    assertThat(CorpusValidator.problems(corpus)).isEmpty();
  }

  @Test
  void readsTheNewerGrammar() throws IOException {
    capture.tcp(0, 40_000, 443, "hello");
    String facts = "s=0,proc=curl,dst=example.com,protocol=ssl,legality=legal,basis=OWN_WORK";
    Corpus corpus =
        PcapmlImport.read(
            file(facts + ",dir=lan2wan", facts + ",dir=wan2lan"),
            new ImportOptions(
                folder.resolve("out"),
                Optional.of("mine"),
                Map.of("protection", "ENCRYPTED", "basis", "PUBLIC_DOMAIN"),
                List.of(),
                notice -> {}));
    Label label = label(corpus, corpus.sessions().get(0));
    assertThat(label.application()).isEqualTo("curl");
    assertThat(label.protection()).as("a default").isEqualTo(Protection.ENCRYPTED);
    assertThat(label.legalBasis().name()).as("stated, not a default").isEqualTo("OWN_WORK");
    assertThat(corpus.manifest().id()).isEqualTo("mine");
  }

  @Test
  void repairsTheTimestampTrapAndSaysSo() throws IOException {
    capture.udp(0, 40_000, 53);
    Path file = file("1,dns");
    byte[] bytes = Files.readAllBytes(file);
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = 0; at < bytes.length; at += buffer.getInt(at + 4)) {
      if (buffer.getInt(at) == 1) {
        buffer.putShort(at + 16, (short) 0x7fff); // if_tsresol becomes an option nobody knows
      } else if (buffer.getInt(at) == 6) {
        long nanos = (long) buffer.getInt(at + 12) << 32 | buffer.getInt(at + 16) & 0xffff_ffffL;
        buffer.putInt(at + 12, (int) (nanos / 1_000_000_000));
        buffer.putInt(at + 16, (int) (nanos % 1_000_000_000 / 1_000));
      }
    }
    Files.write(file, bytes);
    List<String> notices = new ArrayList<>();
    Corpus corpus =
        PcapmlImport.read(
            file,
            new ImportOptions(
                folder.resolve("out"), Optional.empty(), Map.of(), List.of(), notices::add));
    assertThat(corpus.sessions().get(0).startNanos()).isEqualTo(SmallCapture.START);
    assertThat(notices).singleElement().asString().contains("2 packets had seconds");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|frame 1: has 0 comments",
        "nonsense|frame 1: 'nonsense' in its comment is no key=value",
        "k=v|frame 1: its comment names no sample",
        "s=1,legality=maybe|frame 1: legality 'maybe' is none of [LEGAL, INFRINGING, UNDETERMINED]",
        "s=1,legality=legal|frame 1: legality LEGAL needs a basis",
        "s=1,protection=TUNNELLED|frame 1: protection TUNNELLED and a value for carries go together",
        "s=1,work=w|frame 1: work 'w' is in no catalogue",
        "s=1,frame=0|frame 1: frame '0' is no position",
        "s=1,pair=p|frame 1: pair, pair_type and work_pair go together"
      })
  void namesThePlaceOfWhatIsWrong(String comment, String problem) throws IOException {
    capture.udp(0, 40_000, 53);
    Path file = file(comment);
    assertThatThrownBy(() -> PcapmlImport.read(file, options()))
        .isInstanceOf(ExchangeException.class)
        .hasMessageContaining(problem);
    assertThat(folder).isDirectoryNotContaining("glob:**out*");
  }

  @Test
  void oneSampleIsOneThing() throws IOException {
    capture.udp(0, 40_000, 53);
    Path file = file("s=1,proc=a", "s=1,proc=b");
    assertThatThrownBy(() -> PcapmlImport.read(file, options()))
        .hasMessageContaining("frame 2: sample 1 was labelled otherwise before");
    Path other = folder.resolve("other.pcapng");
    Files.move(file("s=1,session=x,proc=a", "s=2,session=x,proc=b"), other);
    assertThatThrownBy(() -> PcapmlImport.read(other, options()))
        .hasMessageContaining("frame 2: samples 1 and 2 share a flow but not a label");
  }
}

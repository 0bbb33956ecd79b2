package org.dreyfus.exchange.flowcsv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.CorpusValidator;
import org.dreyfus.corpus.FlowLabel;
import org.dreyfus.corpus.LegalStatus;
import org.dreyfus.corpus.Role;
import org.dreyfus.exchange.Corpora;
import org.dreyfus.exchange.ExchangeException;
import org.dreyfus.exchange.SmallCapture;
import org.dreyfus.exchange.intake.ImportOptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlowCsvTest {

  private static final String TUPLE = "src_ip,src_port,dest_ip,dest_port,proto";
  private static final String FIRST = "10.101.1.1,40000,10.102.1.1,443,TCP";

  @TempDir Path folder;

  private List<FlowLabel> read(String table) throws IOException {
    Path capture =
        new SmallCapture()
            .tcp(0, 40_000, 443, "x")
            .tcp(60_000, 40_000, 443, "y")
            .udp(10, 40_001, 53)
            .write(folder.resolve("plain.pcap"));
    Path file = Files.writeString(folder.resolve("labels.csv"), table);
    Corpus corpus = FlowCsvImport.read(file, capture, ImportOptions.to(folder.resolve("out")));
    assertThat(CorpusValidator.problems(corpus)).isEmpty();
    assertThat(Files.mismatch(capture, corpus.capture(corpus.sessions().get(0)))).isEqualTo(-1);
    return corpus.flows(corpus.sessions().get(0));
  }

  @Test
  @Tag("slow")
  void theDefaultCorpusLosesNoLabel() throws IOException {
    Corpus corpus = Corpus.open(Corpora.DEFAULT);
    Path table = folder.resolve("flows.csv");
    assertThat(FlowCsvExport.write(corpus, table)).isGreaterThan(500);
    assertThat(Files.readAllLines(table).get(1)).contains(",1:");
    Corpus back =
        FlowCsvImport.read(
            table,
            Corpora.DEFAULT.resolve("sessions"),
            new ImportOptions(
                folder.resolve("back"),
                Optional.empty(),
                Map.of(),
                List.copyOf(corpus.works().values()),
                notice -> {}));
    assertThat(Corpora.flows(back)).isEqualTo(Corpora.flows(corpus));
    assertThat(Corpora.ties(back)).isEqualTo(Corpora.ties(corpus));
    assertThat(CorpusValidator.problems(back)).isEmpty();
  }

  @Test
  void matchesByTupleInEitherDirection() throws IOException {
    List<FlowLabel> flows =
        read(
            TUPLE
                + ",label,reason\r\n"
                + "10.102.1.1,443,10.101.1.1,40000,6,\"a, \"\"b\"\"\",\"two\nlines\"\r\n");
    assertThat(flows)
        .extracting(flow -> flow.label().application())
        .containsExactly("a, \"b\"", "unknown", "a, \"b\"");
    assertThat(flows.get(0).label().reason()).contains("two\nlines");
    assertThat(flows.get(1).label().role()).isEqualTo(Role.BACKGROUND);
    assertThat(flows.get(1).label().reason())
        .contains("No line of the imported table names this flow.");
    assertThat(flows).allMatch(flow -> flow.label().legalStatus() == LegalStatus.UNDETERMINED);
  }

  @Test
  void tellsFlowsOfOneTupleApartByTime() throws IOException {
    List<FlowLabel> flows =
        read(
            TUPLE
                + ",start,label\n"
                + FIRST
                + ",1700000060,late\n"
                + FIRST
                + ",1700000000.0,early\n");
    assertThat(flows)
        .extracting(flow -> flow.label().application())
        .containsExactly("early", "unknown", "late");
  }

  @Test
  void communityIdsNameFlows() throws IOException {
    List<FlowLabel> all = read(TUPLE + ",label\n" + FIRST + ",x\n");
    assertThat(all).hasSize(3);
    Path again = folder.resolve("again.csv");
    FlowCsvExport.write(Corpus.open(folder.resolve("out")), again);
    String id = Files.readAllLines(again).get(2).split(",")[2];
    Path named =
        Files.writeString(folder.resolve("named.csv"), "community_id,label\n" + id + ",dns\n");
    Corpus corpus =
        FlowCsvImport.read(
            named, folder.resolve("plain.pcap"), ImportOptions.to(folder.resolve("second")));
    assertThat(corpus.flows(corpus.sessions().get(0)).get(1).label().protocol()).isEqualTo("DNS");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "10.101.1.1,40000,10.102.1.1,444,TCP,|labels.csv:2: matches no flow of ",
        "10.101.1.1,40000,10.102.1.1,443,TCP,5|labels.csv:2: matches no flow of ",
        "10.101.1.1,40000,10.102.1.1,443,XYZ,|labels.csv:2: proto 'XYZ' is not known",
        "10.101.1.1,70000,10.102.1.1,443,TCP,|labels.csv:2: src_port '70000' is no port",
        "example.com,40000,10.102.1.1,443,TCP,|labels.csv:2: src_ip 'example.com' is no IP address",
        "10.101.1.1,40000,10.102.1.1,443,TCP,soon|labels.csv:2: start 'soon' is no time",
        ",40000,10.102.1.1,443,TCP,|labels.csv:2: names no flow",
        "10.101.1.1,40000|labels.csv:2: has 2 fields where the header has 6",
        "`\"10.101.1.1,40000`|labels.csv:2: a quotation mark is never closed"
      })
  void namesTheLineOfWhatIsWrong(String line, String problem) {
    assertThatThrownBy(() -> read(TUPLE + ",start\n" + line + "\n"))
        .isInstanceOf(ExchangeException.class)
        .hasMessageContaining(problem);
    assertThat(folder).isDirectoryNotContaining("glob:**out*");
  }

  @Test
  void namesColumnsAndLinesThatContradict() {
    assertThatThrownBy(() -> read(TUPLE + ",colour\n" + FIRST + ",red\n"))
        .hasMessageContaining("labels.csv:1: unknown columns [colour]");
    assertThatThrownBy(() -> read(TUPLE + ",label\n" + FIRST + ",a\n" + FIRST + ",b\n"))
        .hasMessageContaining("labels.csv:3: speaks of the flow of line 2 again");
    assertThatThrownBy(() -> read(TUPLE + ",session\n" + FIRST + ",a\n" + FIRST + ",b\n"))
        .hasMessageContaining("labels.csv:1: speaks of several sessions");
    assertThatThrownBy(() -> read(TUPLE + ",legality\n" + FIRST + ",pirated\n"))
        .hasMessageContaining("labels.csv:2: legality 'pirated' is none of");
    assertThatThrownBy(() -> read(TUPLE + ",work\n" + FIRST + ",w\n"))
        .hasMessageContaining("labels.csv:2: work 'w' is in no catalogue");
    assertThatThrownBy(() -> read(TUPLE + "\n")).hasMessageContaining("a header and no line");
  }
}

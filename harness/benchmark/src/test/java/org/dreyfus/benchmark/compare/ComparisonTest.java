package org.dreyfus.benchmark.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.dreyfus.capture.CaptureWriter;
import org.dreyfus.capture.LinkType;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.codec.StrictJson;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {

  private static final String TABLE =
      """
      PROTOCOL    VERDICT     FLOWS  PACKETS  BYTES
      DNS         identified      5       10    900
      DNS.Google  identified      2        4    400
      Google      identified      1        1    100
      """;

  private static final String NDPI_READER =
      """
      Detected protocols:
      \tDNS                  packets: 10            bytes: 900           flows: 5           \s
      \tGoogle               packets: 5             bytes: 500           flows: 3           \s

      Protocol statistics:
      \tAcceptable           packets: 99            bytes: 99            flows: 99          \s
      """;

  @TempDir Path folder;

  @Test
  void readsTheTablesOfPrograms() {
    assertThat(Counting.TABLE.read(TABLE))
        .containsEntry("DNS.Google", new Counts(2, 4, 400))
        .hasSize(3);
    assertThat(Counting.SUM.read(TABLE)).isEqualTo(Map.of(Counts.ALL, new Counts(8, 15, 1_400)));
    assertThat(Counting.NDPI_READER.read(NDPI_READER))
        .isEqualTo(Map.of("DNS", new Counts(5, 10, 900), "Google", new Counts(3, 5, 500)));
    for (Counting counting : Counting.values()) {
      assertThat(counting.read("nothing of the kind\n")).isEmpty();
    }
  }

  @Test
  void agreementIsByApplicationWithNdpiReaderAndInSumWithoutClassifier() {
    Map<String, Map<String, Counts>> counts = new TreeMap<>();
    counts.put("a", Counting.SUM.read(TABLE));
    counts.put("b", Counting.TABLE.read(TABLE));
    counts.put("c", Counting.TABLE.read(TABLE));
    counts.put(Contestants.NDPI_READER, Counting.NDPI_READER.read(NDPI_READER));
    assertThat(Agreement.disagreements(counts)).isEmpty();
    counts.put("a", Map.of(Counts.ALL, new Counts(8, 15, 1_401)));
    counts.put("c", Counting.TABLE.read(TABLE.replace("900", "901")));
    counts.put(Contestants.NDPI_READER, Map.of());
    assertThat(Agreement.disagreements(counts))
        .containsExactly(
            "all protocols: b has 8 flows, 15 packets, 1,400 bytes, a has 8 flows, 15 packets, 1,401 bytes",
            "DNS: b has 5 flows, 10 packets, 900 bytes, c has 5 flows, 10 packets, 901 bytes",
            "DNS: b has 5 flows, 10 packets, 900 bytes, ndpiReader has none",
            "Google: b has 3 flows, 5 packets, 500 bytes, ndpiReader has none");
  }

  @Test
  void theMiddleOfRuns() {
    assertThat(Spread.of(DoubleStream.of(3, 1, 2))).isEqualTo(new Spread(2, 1, 3));
    assertThat(Spread.of(DoubleStream.of(4, 1, 2, 9))).isEqualTo(new Spread(3, 1, 9));
  }

  @Test
  void saysWhatIsShortOfSpaceAndWhatToDo() throws Exception {
    Corpus corpus = Corpus.open(Tools.HOME.resolve("traffic-corpus/corpora/default"));
    ComparedCaptures captures =
        new ComparedCaptures(
            corpus, folder, 1L << 55, new PrintStream(new ByteArrayOutputStream()));
    assertThatThrownBy(captures::make)
        .isInstanceOf(CompareFailure.class)
        .hasMessageContaining("are needed; choose another folder with --captures DIR");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  @Tag("slow")
  void measuresProgramsByTurnsAndWritesWhatItSaw() throws Exception {
    NativePrograms programs = Tools.required(folder);
    Contestants contestants =
        new Contestants(Tools.dreyfus(folder), programs.lean(), Programs.has("tshark"));
    ByteArrayOutputStream progress = new ByteArrayOutputStream();
    Corpus corpus = Corpus.open(Tools.HOME.resolve("traffic-corpus/corpora/default"));
    ComparedCaptures captures =
        new ComparedCaptures(corpus, folder, 2_000_000, new PrintStream(progress));
    Path mix = captures.make().get(0);
    assertThat(captures.make()).hasSize(2);
    assertThat(progress.toString(StandardCharsets.UTF_8).lines()).hasSize(2);
    CaptureResult result =
        new Tournament(
                contestants.all(),
                2,
                new Stopwatch(programs.measure(), folder),
                folder,
                new PrintStream(progress))
            .run(mix);
    assertThat(result.disagreements()).isEmpty();
    assertThat(result.counts())
        .containsOnlyKeys(
            "lean C, no classifier",
            "Dreyfus, no classifier",
            "lean C",
            "Dreyfus with nDPI",
            "ndpiReader");
    assertThat(result.contestants())
        .allSatisfy(
            one -> {
              assertThat(one.runs()).hasSize(one.name().endsWith("once") ? 1 : 2);
              assertThat(one.wallSeconds().minimum()).isPositive();
              assertThat(one.peakBytes().median()).isGreaterThan(500_000);
            });
    MachineFacts facts = MachineFacts.ofThis(programs);
    Comparison comparison = new Comparison(facts, 2, List.of(result), contestants.leftOut());
    assertThat(ComparisonText.of(comparison))
        .contains("Counts agree among 'lean C, no classifier'")
        .contains("| Dreyfus with nDPI ");
    assertThat(facts.tools()).containsEntry("libndpi", "4.2.0");
    StrictJson json = StrictJson.plain();
    assertThat(json.parse(json.pretty(comparison), Comparison.class, "comparison"))
        .isEqualTo(comparison);
  }

  @Test
  @Tag("slow")
  void theStopwatchSeesChildrenMemoryAndFailure() throws Exception {
    Stopwatch stopwatch = new Stopwatch(Tools.required(folder).measure(), folder);
    Path printed = folder.resolve("printed");
    Measurement busy =
        stopwatch.run(
            List.of("sh", "-c", "dd if=/dev/zero bs=50M count=4 2>/dev/null | wc -c"), printed);
    assertThat(Files.readString(printed).strip()).isEqualTo("209715200");
    assertThat(busy.peakBytes()).isBetween(50_000_000L, 100_000_000L);
    assertThat(busy.systemSeconds()).isPositive();
    Measurement idle = stopwatch.run(List.of("sleep", "0.3"), printed);
    assertThat(idle.wallSeconds()).isCloseTo(0.3, within(0.25));
    assertThat(idle.processorSeconds()).isLessThan(0.1);
    assertThatThrownBy(
            () -> stopwatch.run(List.of("sh", "-c", "echo no good >&2; exit 7"), printed))
        .isInstanceOf(CompareFailure.class)
        .hasMessageContaining("(7): no good");
  }

  @Test
  void aCaptureWithoutPacketsIsRefused() throws Exception {
    Path empty = folder.resolve("empty.pcap");
    CaptureWriter.file(empty, LinkType.ETHERNET).close();
    Tournament tournament =
        new Tournament(List.of(), 1, new Stopwatch(folder, folder), folder, System.err);
    assertThatThrownBy(() -> tournament.run(empty))
        .isInstanceOf(CompareFailure.class)
        .hasMessageContaining("no packets");
  }
}

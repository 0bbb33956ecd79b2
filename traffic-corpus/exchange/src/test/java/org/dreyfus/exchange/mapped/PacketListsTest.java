package org.dreyfus.exchange.mapped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dreyfus.capture.CaptureSource;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.CorpusValidator;
import org.dreyfus.corpus.FlowLabel;
import org.dreyfus.corpus.Role;
import org.dreyfus.exchange.flows.CaptureFlows;
import org.dreyfus.exchange.flows.FlowFacts;
import org.dreyfus.exchange.intake.ImportOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fixtures have the shape of the data sets: fields are theirs, values are not. */
class PacketListsTest {

  private static final String MIRAGE =
      """
      {"192.168.20.101,50000,93.184.216.34,443,6": {
         "packet_data": {"packet_dir": [0, 1, 0], "L4_payload_bytes": [5, 1400, 0],
           "iat": [0, 0.25, 0.5], "TCP_win_size": [100, 200, 300],
           "L4_raw_payload": [[22, 3, 1, 0, 0], [], []]},
         "flow_metadata": {"BF_label": "com.spotify.music", "BF_labeling_type": "exact"}},
       "192.168.20.101,50001,8.8.8.8,5353,17": {
         "packet_data": {"packet_dir": [0], "L4_payload_bytes": [30], "iat": [0],
           "TCP_win_size": [0]},
         "flow_metadata": {"BF_label": "com.android.vending", "BF_labeling_type": "most-common"}}}
      """;

  private static final String UTMOBILE =
      """
      ,frame.number,frame.time,frame.len,ip.src,ip.dst,ip.proto,ip.len,tcp.srcport,tcp.dstport,\
      tcp.len,tcp.seq,tcp.ack,tcp.flags.syn,tcp.flags.ack,tcp.window_size_value,udp.srcport,\
      udp.dstport,udp.length
      0,1,"Mar 16, 2019 10:50:31.004693000 CDT",74,10.42.0.151,31.13.93.19,6,60,40000.0,443.0,\
      0.0,0.0,0.0,1.0,0.0,100.0,,,
      1,2,"Mar  6, 2019 10:50:31.104693000 CST",1500,31.13.93.19,10.42.0.151,6,1486,443,40000,\
      1400,1,1,0,1,100,,,
      2,3,"Mar 16, 2019 10:50:32.004693000 CDT",90,"10.42.0.151,1.1.1.1","8.8.8.8,2.2.2.2",\
      "17,6",76,,,,,,,,,40001,53,56
      3,4,"Mar 16, 2019 10:50:33.004693000 CDT",60,,,,,,,,,,,,,,,
      """;

  @TempDir Path folder;

  private final List<String> notices = new ArrayList<>();

  private Corpus read(String mapping, String name, String text) throws IOException {
    Path file = folder.resolve("set").resolve(name);
    Files.createDirectories(file.resolveSibling("."));
    Files.writeString(file, text);
    Corpus corpus =
        MappedImport.read(
            folder.resolve("set"),
            Mappings.of(mapping),
            new ImportOptions(
                folder.resolve("out"), Optional.empty(), Map.of(), List.of(), notices::add));
    assertThat(CorpusValidator.problems(corpus)).isEmpty();
    return corpus;
  }

  private static List<FlowFacts> facts(Corpus corpus) throws IOException {
    return CaptureFlows.of(CaptureSource.file(corpus.capture(corpus.sessions().get(0)))).flows();
  }

  @Test
  void rebuildsPacketsOfMirage() throws IOException {
    Corpus corpus = read("mirage-2019", "Mi5/com.spotify.music/1494515450.json", MIRAGE);
    assertThat(corpus.sessions().get(0).cluster()).isEqualTo("mirage-2019/com.spotify.music");
    List<FlowLabel> flows = corpus.flows(corpus.sessions().get(0));
    assertThat(flows).hasSize(2);
    assertThat(flows.get(0).label().application()).isEqualTo("com.spotify.music");
    assertThat(flows.get(0).label().role()).isEqualTo(Role.CONTENT);
    assertThat(flows.get(1).label().application()).isEqualTo("com.android.vending");
    assertThat(flows.get(1).label().role()).isEqualTo(Role.BACKGROUND);
    FlowFacts first = facts(corpus).get(0);
    assertThat(first.record().packets()).isEqualTo(3);
    assertThat(first.record().payloadBytes()).as("as on the wire").isEqualTo(1_405);
    assertThat(first.lastTimestampNanos() - first.record().firstTimestampNanos())
        .isEqualTo(750_000_000);
    assertThat(first.key().responderPort()).isEqualTo(443);
    assertThat(notices).anyMatch(notice -> notice.contains("Packets were rebuilt"));
    assertThat(corpus.manifest().description()).contains("Packets were rebuilt");
    assertThat(Files.size(corpus.capture(corpus.sessions().get(0))))
        .as("headers, and the payload that is published")
        .isEqualTo(24 + 4 * 16 + 3 * 54 + 5 + 42);
  }

  @Test
  void rebuildsPacketsOfUtMobileNet() throws IOException {
    Corpus corpus =
        read("utmobilenet-2021", "Wild Test Data/facebook_2019-03-16_10-50_ab.csv", UTMOBILE);
    List<FlowLabel> flows = corpus.flows(corpus.sessions().get(0));
    assertThat(flows).extracting(flow -> flow.label().application()).contains("facebook");
    assertThat(flows).extracting(flow -> flow.label().protocol()).containsExactly("Unknown", "DNS");
    List<FlowFacts> facts = facts(corpus);
    assertThat(facts.get(0).record().payloadBytes()).isEqualTo(1_400);
    assertThat(facts.get(1).record().payloadBytes()).isEqualTo(48);
    assertThat(facts.get(1).record().firstTimestampNanos()).isEqualTo(1_552_751_432_004_693_000L);
    assertThat(facts.get(0).record().firstTimestampNanos())
        .as("an hour later by standard time, ten days before")
        .isEqualTo(1_551_891_031_104_693_000L);
    assertThat(notices).anyMatch(notice -> notice.contains("1 lines are not of IPv4"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"iat\": [0, 0.25, 0.5]|\"iat\": [0]|iat has 1 values, packet_dir has 3",
        "\"packet_dir\": [0, 1, 0],|''|has no list packet_data.packet_dir",
        "50000,93|93|is not named source,port,destination,port,6",
        "{\"192|[\"192|is no JSON"
      })
  void namesWhatIsWrongWithMirage(String text, String instead, String problem) {
    assertThatThrownBy(() -> read("mirage-2019", "Mi5/com.a/1.json", MIRAGE.replace(text, instead)))
        .hasMessageContaining("1.json: ")
        .hasMessageContaining(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ip.dst,|dst,|:1: has no column ip.dst",
        "Mar 16, 2019 10:50:32|16 March 2019 10:50:32|:4: frame.time '16 March",
        "53,56|53,5|:4: a payload of -3 bytes is impossible",
        "1400,1,1|x,1,1|:3: tcp.len 'x' is no number",
        "40000.0,443.0|,443.0|:2: has no tcp.srcport"
      })
  void namesWhatIsWrongWithUtMobileNet(String text, String instead, String problem) {
    assertThatThrownBy(
            () -> read("utmobilenet-2021", "reddit_x.csv", UTMOBILE.replace(text, instead)))
        .hasMessageContaining("reddit_x.csv" + problem);
  }
}

package org.dreyfus.exchange.pcapml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dreyfus.corpus.Corpus;
import org.dreyfus.corpus.CorpusValidator;
import org.dreyfus.exchange.SmallCapture;
import org.dreyfus.exchange.intake.ImportOptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Needs libpcap. */
@Tag("slow")
class RulesImportTest {

  private static final long SECOND = SmallCapture.START / 1_000_000_000;

  @TempDir Path folder;

  private Corpus read(String rules) throws IOException {
    Path capture =
        new SmallCapture()
            .udp(0, 40_000, 53)
            .tcp(0, 40_001, 443, "x")
            .tcp(5_000, 40_002, 443, "y")
            .udp(9_000, 40_003, 123)
            .write(folder.resolve("plain.pcap"));
    Path file = Files.writeString(folder.resolve("rules.txt"), rules);
    return RulesImport.read(capture, file, ImportOptions.to(folder.resolve("out")));
  }

  @Test
  void labelsFlowsByFilterAndTime() throws IOException {
    Corpus corpus =
        read(
            """
            # filters in the language of libpcap
            BPF:udp port 53,dns
            BPF:tcp[13] & 2 | 16 != 0 and port 443|TS_START:%d|TS_END:%d,early,key-1
            TS_START:%d|BPF:tcp,late
            """
                .formatted(SECOND, SECOND + 1, SECOND + 2));
    assertThat(corpus.flows(corpus.sessions().get(0)))
        .extracting(flow -> flow.label().application())
        .containsExactly("dns", "early", "late", "unknown");
    assertThat(corpus.flows(corpus.sessions().get(0)).get(0).label().protocol()).isEqualTo("DNS");
    assertThat(corpus.flows(corpus.sessions().get(0)).get(3).label().reason().orElseThrow())
        .contains("No rule");
    assertThat(CorpusValidator.problems(corpus)).isEmpty();
  }

  @Test
  void namesTheLineOfWhatIsWrong() {
    assertThatThrownBy(() -> read("BPF:udp,dns\nBPF:no such filter,x\n"))
        .hasMessageContaining("rules.txt:2: libpcap does not understand the filter");
    assertThatThrownBy(() -> read("BPF:udp\n")).hasMessageContaining("rules.txt:1: no label");
    assertThatThrownBy(() -> read("\nTS_END:soon,x\n"))
        .hasMessageContaining("rules.txt:2: 'soon' is no time");
    assertThatThrownBy(() -> read("port 53,x\n"))
        .hasMessageContaining("rules.txt:1: 'port 53' begins with none of BPF:");
    assertThatThrownBy(() -> read("BPF:ip,all\nBPF:port 9,x\n"))
        .hasMessageContaining("rules.txt:2: matches no packet");
    assertThatThrownBy(() -> read("BPF:src port 443,a\nBPF:dst port 443,b\n"))
        .hasMessageContaining("rules.txt:1: calls the flow that begins at frame");
    assertThatThrownBy(() -> read("\n")).hasMessageContaining("rules.txt: holds no rule");
  }
}

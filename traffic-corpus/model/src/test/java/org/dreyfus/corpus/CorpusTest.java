package org.dreyfus.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CorpusTest {

  private Path folder;
  private Corpus corpus;

  @BeforeEach
  void write(@TempDir Path temporary) throws IOException {
    folder = temporary;
    corpus = Samples.corpus(folder.resolve("corpus"));
  }

  @Test
  void readsWhatWasWritten() throws IOException {
    assertThat(corpus.sessions()).containsExactly(Samples.session("s-1"), Samples.session("s-2"));
    assertThat(corpus.flows(corpus.sessions().get(0)))
        .containsExactly(Samples.flow(1, Samples.legal()));
    assertThat(corpus.works()).containsEntry("work-legal", Samples.work());
    assertThat(corpus.capture(corpus.sessions().get(0))).hasContent("packets of s-1");
    assertThat(corpus.digest()).isEqualTo(Sha256.of(corpus.folder().resolve("corpus.json")));
  }

  @Test
  void passesOverWhatARecorderLeftUnfinished() throws IOException {
    Files.createDirectories(corpus.folder().resolve("sessions/.s-3.unfinished"));
    assertThat(Corpus.open(corpus.folder()).sessions()).hasSize(2);
    assertThat(CorpusValidator.problems(corpus)).isEmpty();
  }

  @Test
  void namesFileLineAndFieldOfWhatItDoesNotKnow() throws IOException {
    Path flows = corpus.folder().resolve("sessions/s-1/flows.jsonl");
    String line = Files.readString(flows);
    Files.writeString(flows, line + line.replace("\"protocol\"", "\"colour\":1,\"protocol\""));
    assertThatThrownBy(() -> corpus.flows(corpus.sessions().get(0)))
        .hasMessageContaining("flows.jsonl:2:")
        .hasMessageContaining("unknown field 'label.colour'; remove it");
  }

  @Test
  void namesAMissingField() throws IOException {
    edit("sessions/s-1/flows.jsonl", "\"srcPort\":40000,", "");
    assertThatThrownBy(() -> corpus.flows(corpus.sessions().get(0)))
        .hasMessageContaining("flows.jsonl:1:")
        .hasMessageEndingWith("field 'srcPort' is missing or null; give it a value");
    edit("sessions/s-1/session.json", "\"address\" : \"10.102.1.1\",", "");
    assertThatThrownBy(() -> Corpus.open(corpus.folder()))
        .hasMessageContaining("field 'hosts[1].address' is missing or null");
  }

  @Test
  void namesABrokenFile() throws IOException {
    edit("works.json", "\"works\" :", "\"works\"");
    assertThatThrownBy(() -> Corpus.open(corpus.folder()))
        .hasMessageMatching(".*works\\.json:\\d+:\\d+: .*");
  }

  @Test
  void namesABadValue() throws IOException {
    edit("sessions/s-1/session.json", "\"RECORDED\"", "\"INVENTED\"");
    assertThatThrownBy(() -> Corpus.open(corpus.folder()))
        .hasMessageContaining("session.json")
        .hasMessageEndingWith(
            "field 'origin': 'INVENTED' is none of [RECORDED, REENACTED, REPLICATED, IMPORTED]");
  }

  @Test
  void refusesASchemaItDoesNotKnow() throws IOException {
    edit("corpus.json", "\"schemaVersion\" : 1", "\"schemaVersion\" : 9");
    assertThatThrownBy(() -> Corpus.open(corpus.folder()))
        .isInstanceOf(CorpusException.class)
        .hasMessageContaining("schemaVersion 9");
  }

  @Test
  void refusesACaptureOutsideItsSession() throws IOException {
    edit("sessions/s-1/session.json", "capture.pcap", "../../../etc/passwd");
    assertThatThrownBy(() -> Corpus.open(corpus.folder()))
        .isInstanceOf(CorpusException.class)
        .hasMessageContaining("plain file name");
  }

  @Test
  void saysWhatIsMissing() throws IOException {
    Files.delete(corpus.folder().resolve("works.json"));
    assertThatThrownBy(() -> Corpus.open(corpus.folder()))
        .isInstanceOf(CorpusException.class)
        .hasMessageContaining("works.json: missing");
    assertThatThrownBy(() -> Corpus.open(folder))
        .isInstanceOf(CorpusException.class)
        .hasMessageContaining("no corpus");
  }

  private void edit(String file, String from, String to) throws IOException {
    Path path = corpus.folder().resolve(file);
    String text = Files.readString(path);
    assertThat(text).contains(from);
    Files.writeString(path, text.replace(from, to));
  }
}

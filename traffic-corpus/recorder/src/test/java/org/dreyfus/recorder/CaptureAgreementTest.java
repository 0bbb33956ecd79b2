package org.dreyfus.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.dreyfus.corpus.Corpus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One session of the committed corpus, spoilt in every way that the check is there for. */
final class CaptureAgreementTest {

  private static final Path SOURCE = Path.of("..", "corpora", "default");
  private static final String SESSION = "web-http11-1a";

  private Path folder;

  @BeforeEach
  void copy(@TempDir Path temporary) throws IOException {
    folder = temporary;
    Path session = Files.createDirectories(temporary.resolve("sessions").resolve(SESSION));
    for (String file : List.of("session.json", "flows.jsonl", "capture.pcap")) {
      Files.copy(SOURCE.resolve("sessions").resolve(SESSION).resolve(file), session.resolve(file));
    }
    for (String file : List.of("corpus.json", "works.json")) {
      Files.copy(SOURCE.resolve(file), temporary.resolve(file));
    }
  }

  @Test
  void aSoundSessionAgrees() throws IOException {
    assertThat(problems()).isEmpty();
  }

  @Test
  void seesAFlowWithoutLabel() throws IOException {
    Path flows = file("flows.jsonl");
    List<String> lines = Files.readAllLines(flows);
    Files.write(flows, lines.subList(0, lines.size() - 1));
    assertThat(problems()).anyMatch(line -> line.endsWith("has no label"));
  }

  @Test
  void seesALabelWithoutFlow() throws IOException {
    Path flows = file("flows.jsonl");
    String last = Files.readAllLines(flows).get(1);
    String stray = last.replaceFirst("\"flow\":\\d+", "\"flow\":9999");
    Files.writeString(flows, Files.readString(flows) + stray + "\n");
    assertThat(problems())
        .containsExactly("sessions/" + SESSION + "/flows.jsonl:3: no flow begins at frame 9999");
  }

  @Test
  void seesAnotherPort() throws IOException {
    edit("flows.jsonl", "\"destPort\":80,", "\"destPort\":81,");
    assertThat(problems())
        .anyMatch(line -> line.endsWith("another time or 5-tuple than its label"));
  }

  @Test
  void seesAMentionThatIsElsewhere() throws IOException {
    String session = Files.readString(file("session.json"));
    Files.writeString(
        file("session.json"), session.replaceFirst("\"offset\" : (\\d)", "\"offset\" : 1$1"));
    assertThat(problems()).anyMatch(line -> line.contains("does not name server at 1"));
  }

  @Test
  void seesAMentionPastTheEnd() throws IOException {
    String session = Files.readString(file("session.json"));
    Files.writeString(
        file("session.json"), session.replaceFirst("\"frame\" : \\d+", "\"frame\" : 99999"));
    assertThat(problems()).anyMatch(line -> line.endsWith("in frame 99999, past the end"));
  }

  @Test
  void seesAnotherStart() throws IOException {
    String session = Files.readString(file("session.json"));
    Files.writeString(
        file("session.json"), session.replaceFirst("\"startNanos\" : 1", "\"startNanos\" : 2"));
    assertThat(problems()).anyMatch(line -> line.contains("startNanos"));
  }

  @Test
  void seesContentThatIsLabelledElsewise() throws IOException {
    edit("flows.jsonl", "\"role\":\"CONTENT\"", "\"role\":\"CONTROL\"");
    assertThat(problems()).anyMatch(line -> line.contains("but is labelled CONTROL"));
  }

  @Test
  void seesADamagedCapture() throws IOException {
    Path capture = file("capture.pcap");
    byte[] bytes = Files.readAllBytes(capture);
    Files.write(capture, Arrays.copyOf(bytes, bytes.length - 7));
    assertThat(problems()).anyMatch(line -> line.contains("capture.pcap: byte "));
  }

  private List<String> problems() throws IOException {
    return CaptureAgreement.problems(Corpus.open(folder));
  }

  private Path file(String name) {
    return folder.resolve("sessions").resolve(SESSION).resolve(name);
  }

  private void edit(String name, String from, String to) throws IOException {
    String text = Files.readString(file(name));
    assertThat(text).contains(from);
    Files.writeString(file(name), text.replace(from, to));
  }
}

package org.dreyfus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A corpus of more sessions than are kept in memory: what is wrong with one is told all the same.
 */
class LargeCorpusTest {

  private static final int SESSIONS = 2_001;
  private static final String ORIGINAL = "dns-udp-1a";

  @TempDir static Path folder;

  private static Path corpus;

  @BeforeAll
  static void copy() throws IOException {
    corpus = SmallCorpus.of(folder.resolve("corpus"), ORIGINAL);
    Path sessions = corpus.resolve("sessions");
    Path original = sessions.resolve(ORIGINAL);
    String text = Files.readString(original.resolve("session.json"));
    for (int i = 1; i < SESSIONS; i++) {
      Path copy = Files.createDirectory(sessions.resolve(id(i)));
      Files.writeString(
          copy.resolve("session.json"),
          text.replace("\"id\" : \"" + ORIGINAL + "\"", "\"id\" : \"" + id(i) + "\""));
      for (String file : List.of("capture.pcap", "flows.jsonl")) {
        Files.createLink(copy.resolve(file), original.resolve(file));
      }
    }
  }

  private static String id(int number) {
    return "s-%04d".formatted(number);
  }

  @Test
  void itsSessionsAreListedInOrder() {
    Cli.Ended ended = Cli.run("corpus", "show", corpus.toString(), "--sessions", "--format", "csv");
    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(ExitCode.DONE);
    List<String> listed =
        ended.out().lines().skip(1).map(line -> line.substring(0, line.indexOf(','))).toList();
    assertThat(listed).hasSize(SESSIONS).startsWith(ORIGINAL);
    assertThat(listed.subList(1, SESSIONS))
        .containsExactlyElementsOf(
            IntStream.range(1, SESSIONS).mapToObj(LargeCorpusTest::id).toList());
  }

  @Test
  void anUnreadableSessionIsNamedBeforeAnyIsEvaluated() throws IOException {
    Path spoilt = corpus.resolve("sessions").resolve(id(1_000)).resolve("session.json");
    String well = Files.readString(spoilt);
    Files.writeString(spoilt, well.replace("\"RECORDED\"", "\"FOUND\""));
    Path out = folder.resolve("out");
    String[] evaluate = {
      "evaluate", "--corpus", corpus.toString(), "--classifier", "ports", "--out", out.toString()
    };
    refused(Cli.run(evaluate), spoilt);
    assertThat(out).doesNotExist();
    refused(Cli.run("corpus", "show", corpus.toString(), "--sessions"), spoilt);
    refused(Cli.run("corpus", "validate", corpus.toString()), spoilt);
    Files.writeString(spoilt, well);
  }

  private static void refused(Cli.Ended ended, Path spoilt) {
    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(ended.err().lines().filter(line -> !line.isBlank()))
        .singleElement()
        .asString()
        .startsWith("dreyfus: " + spoilt + ":7:")
        .contains("'FOUND' is none of");
  }
}

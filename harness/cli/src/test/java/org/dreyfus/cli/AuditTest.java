package org.dreyfus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code evaluate --audit}: what hangs on ports is found, and only by permuting ports. */
class AuditTest {

  @TempDir Path folder;

  @Test
  @Tag("slow")
  void aClassifierOfPortsIsFoundOutByItsPorts() throws IOException {
    Path corpus =
        SmallCorpus.of(
            folder.resolve("corpus"),
            "web-http11-1a",
            "bittorrent-transmission-plain-open-tracker-1a",
            "bittorrent-transmission-plain-open-tracker-1b");
    Path run = folder.resolve("run");
    Cli.Ended ended =
        Cli.run(
            "evaluate",
            "--corpus",
            corpus.toString(),
            "--classifier",
            "ports",
            "--policy",
            "block-p2p",
            "--audit",
            "--out",
            run.toString());
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("every port permuted", "TURNED");
    JsonNode report = JsonMapper.shared().readTree(Files.readString(run.resolve("audit.json")));
    JsonNode rows = report.get("treatments");
    List<Integer> changed = new ArrayList<>();
    rows.forEach(row -> changed.add(row.get("changed").asInt()));
    assertThat(changed).hasSize(3);
    assertThat(changed.get(0)).as("another key").isZero();
    assertThat(changed.get(1)).as("ports").isPositive();
    assertThat(changed.get(2)).as("headers").isZero();
    assertThat(rows.get(1).get("after").get("falseNegatives").get("errors").asInt())
        .as("without its ports it finds nothing")
        .isEqualTo(rows.get(1).get("after").get("falseNegatives").get("sessions").asInt());
    assertThat(report.get("duplicates").size()).isZero();
    boolean recorded = report.get("fresh").size() == 1;
    boolean explained = report.has("notFresh");
    assertThat(recorded ^ explained).as("recorded afresh, or said why not").isTrue();
    assertThat(System.getenv("CI") != null && !recorded).as("in CI it is recorded").isFalse();
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.map(file -> String.valueOf(file.getFileName())))
          .containsExactlyInAnyOrder("corpus", "run");
    }
  }
}

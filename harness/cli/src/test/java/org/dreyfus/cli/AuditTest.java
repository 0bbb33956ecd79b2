package org.dreyfus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code evaluate --audit}: what hangs on ports is found, and only by permuting ports. */
class AuditTest {

  @TempDir Path folder;

  @Test
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
    JsonNode rows = JsonMapper.shared().readTree(Files.readString(run.resolve("audit.json")));
    List<Integer> changed = new ArrayList<>();
    rows.forEach(row -> changed.add(row.get("changed").asInt()));
    assertThat(changed).hasSize(3);
    assertThat(changed.get(0)).as("another key").isZero();
    assertThat(changed.get(1)).as("ports").isPositive();
    assertThat(changed.get(2)).as("headers").isZero();
    assertThat(rows.get(1).get("after").get("falseNegatives").get("errors").asInt())
        .as("without its ports it finds nothing")
        .isEqualTo(rows.get(1).get("after").get("falseNegatives").get("sessions").asInt());
  }
}

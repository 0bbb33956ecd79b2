package org.dreyfus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.dreyfus.bundle.Bundle;
import org.dreyfus.bundle.BundleReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classifiers that learn run like all others, and say how they learnt. */
class TrainedClassifiersTest {

  private static final Path CORPUS =
      Path.of("../engine/src/test/resources/golden/three-stories/corpus");

  @TempDir Path folder;

  @Test
  void theManifestSaysHowItWasTrained() throws IOException {
    Path out = folder.resolve("run");
    Cli.Ended ended =
        Cli.run(
            "evaluate",
            "--classifier",
            "trained,trained-ports,trained-nearest",
            "--corpus",
            CORPUS.toString(),
            "--out",
            out.toString());
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    for (String id : List.of("trained", "trained-ports", "trained-nearest")) {
      Bundle bundle = BundleReader.read(out.resolve(id));
      assertThat(bundle.manifest().options())
          .containsKeys("training.learner", "training.features", "training.folds")
          .doesNotContainKey("model")
          .hasEntrySatisfying(
              "training.models", digest -> assertThat(digest).matches("SHA-256 [0-9a-f]{64}"));
      assertThat(Cli.run("verify", out.resolve(id).toString()).out())
          .contains("arithmetic checked");
    }
  }

  @Test
  void aLoneCaptureTeachesNothing() {
    Cli.Ended ended =
        Cli.run(
            "classify",
            "--classifier",
            "trained",
            CORPUS.resolve("sessions/dns-udp-1a/capture.pcap").toString());
    assertThat(ended.exitCode()).isEqualTo(ExitCode.PLUGIN_FAILED);
    assertThat(ended.err())
        .contains("classifier 'trained' cannot start: option 'model' is missing")
        .contains("dreyfus evaluate --classifier trained")
        .hasLineCount(1);
  }
}

package org.dreyfus.external.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dreyfus.capture.CaptureSource;
import org.dreyfus.capture.inspect.FrameRewriter;
import org.dreyfus.classifier.ClassifierDescriptor;
import org.dreyfus.classifier.Configuration;
import org.dreyfus.classifier.Verdict;
import org.dreyfus.external.Launcher;
import org.dreyfus.external.Limits;
import org.dreyfus.external.StreamAnswers;
import org.dreyfus.external.StreamPlugin;
import org.dreyfus.external.Timing;
import org.dreyfus.external.program.Isolation;
import org.dreyfus.external.program.ProgramLauncher;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** One plugin in a container and as a program, on a recorded session. */
@Tag("slow")
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@ExtendWith(EngineExtension.class)
class SameVerdictsTest {

  private static final Path SESSION =
      Path.of(
          "../../traffic-corpus/corpora/default/sessions/bittorrent-libtorrent-dht-mse-magnet-1a");

  @TempDir Path folder;

  @Test
  void aContainerSaysWhatTheProgramSays(EngineExtension.TestEngine test) throws Exception {
    ContainerImage image =
        ContainerImage.fromTar(test.engine(), ExampleImage.rootFileSystem(folder));
    Launcher contained = ContainerLauncher.of(test.engine(), image, List.of("/blocker"));
    Launcher program =
        new ProgramLauncher(
            "blocker",
            List.of(folder.resolve("blocker").toString()),
            new Isolation.Readable(folder, List.of()),
            new Isolation.None());

    StreamAnswers expected = answers(program, Timing.LOCKSTEP);
    StreamAnswers inLockstep = answers(contained, Timing.LOCKSTEP);
    StreamAnswers asStream = answers(contained, Timing.STREAM);

    assertThat(expected.byFlow()).isNotEmpty();
    assertThat(inLockstep.byFlow()).isEqualTo(expected.byFlow());
    assertThat(verdicts(asStream)).isEqualTo(verdicts(expected));
    assertThat(inLockstep.failure()).isEmpty();
    assertThat(asStream.failure()).isEmpty();
    assertThat(inLockstep.conduct().ending().orElseThrow().exitCode()).isZero();
  }

  private static StreamAnswers answers(Launcher launcher, Timing timing) throws Exception {
    ClassifierDescriptor descriptor =
        new ClassifierDescriptor("blocker", "Blocker", "1", "Dreyfus", "Blocks.", Set.of(), false);
    return new StreamPlugin(descriptor, "0".repeat(64), launcher, timing, Limits.DEFAULT)
        .classify(CaptureSource.file(capture()), FrameRewriter.none(), Configuration.empty());
  }

  private static Map<Long, Verdict> verdicts(StreamAnswers answers) {
    return answers.byFlow().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().verdict()));
  }

  private static Path capture() throws IOException {
    try (var files = Files.list(SESSION)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("capture."))
          .findFirst()
          .orElseThrow();
    }
  }
}

package org.dreyfus.external.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Container;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a harness leaves on the engine that was ended in the middle. */
@Tag("slow")
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@ExtendWith(EngineExtension.class)
class LeftBehindTest {

  @TempDir Path folder;

  @Test
  void theNextStartSweepsWhatAKilledHarnessLeft(EngineExtension.TestEngine test) throws Exception {
    Process killed = harness(test);
    Process alive = harness(test);
    assertThat(containersOf(test, killed)).hasSize(1);
    killed.destroyForcibly().waitFor();
    assertThat(containersOf(test, killed)).hasSize(1);

    ContainerLauncher.of(test.engine(), test.shell(), List.of("/bin/true"));

    assertThat(containersOf(test, killed)).isEmpty();
    assertThat(containersOf(test, alive)).as("of a harness that runs").hasSize(1);
    alive.destroy();
    alive.waitFor();
    assertThat(containersOf(test, alive)).as("after a polite request to end").isEmpty();
  }

  @Test
  void containersOfOthersAreLeftAlone(EngineExtension.TestEngine test) throws Exception {
    RunLabel own = RunLabel.own();
    String gone = new RunLabel("earlier", own.namespace(), 1, "1").toString();
    DockerClient client = test.engine().client();
    String id =
        client
            .createContainerCmd(test.shell().id())
            .withName("somebody-elses")
            .withCmd("/bin/true")
            .withLabels(Map.of(RunLabel.NAME, gone))
            .exec()
            .getId();
    try {
      test.engine().live().sweep();
      assertThat(client.inspectContainerCmd(id).exec().getId()).isEqualTo(id);
    } finally {
      client.removeContainerCmd(id).exec();
    }
  }

  private Process harness(EngineExtension.TestEngine test) throws Exception {
    Path configuration = Files.createTempFile(folder, "configuration", ".json");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Abandoner.class.getName(),
                test.socket().toString(),
                test.shell().id(),
                configuration.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(process.getInputStream().read()).isEqualTo('u');
    return process;
  }

  private static Stream<Container> containersOf(EngineExtension.TestEngine test, Process harness) {
    return test
        .engine()
        .client()
        .listContainersCmd()
        .withShowAll(true)
        .withLabelFilter(List.of(RunLabel.NAME))
        .exec()
        .stream()
        .filter(
            container ->
                container
                    .getLabels()
                    .getOrDefault(RunLabel.NAME, "")
                    .contains("/" + harness.pid() + "/"));
  }
}

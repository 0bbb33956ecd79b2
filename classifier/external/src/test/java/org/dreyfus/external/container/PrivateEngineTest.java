package org.dreyfus.external.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.dreyfus.external.Launched;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The engine for tests takes everything with it. */
@Tag("slow")
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@ExtendWith(EngineExtension.class)
class PrivateEngineTest {

  @TempDir Path folder;

  @Test
  void nothingOfItStays() throws Exception {
    PrivateEngine process = PrivateEngine.start();
    try (DockerEngine engine = DockerEngine.at(process.socket())) {
      Path tar = folder.resolve("shell.tar");
      DebianPrograms.writeTo(tar);
      ContainerImage image = ContainerImage.fromTar(engine, tar);
      var test = new EngineExtension.TestEngine(engine, image, process.socket());
      try (Launched plugin = PluginRun.start(test, folder, PluginRun.limits(), "sleep 1000")) {
        assertThat(process.controlGroups()).isNotEmpty();
        assertThat(processesThatName(process.folder())).isNotEmpty();
        assertThat(plugin.log()).isEmpty();
      }
    } finally {
      process.close();
    }
    assertThat(process.folder()).doesNotExist();
    assertThat(process.controlGroups()).isEmpty();
    assertThat(processesThatName(process.folder())).isEmpty();
  }

  private static List<ProcessHandle> processesThatName(Path folder) {
    return ProcessHandle.allProcesses()
        .filter(process -> process.info().commandLine().orElse("").contains(folder.toString()))
        .toList();
  }
}

package org.dreyfus.inline.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dreyfus.external.container.DockerEngine;
import org.dreyfus.lab.Shell;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A vendor's container between two cables, on an engine of the test's own. */
@Tag("slow")
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ContainerDeviceTest {

  /** CAP_NET_RAW and nothing else (capabilities(7): number 13). */
  private static final String NET_RAW_ONLY = "CapEff:\t0000000000002000";

  private EngineProcess engine;
  private Path image;

  @BeforeAll
  void makeImage(@TempDir Path folder) throws Exception {
    Requirements.root();
    for (String program : new String[] {"ip", "nft", "ethtool", "gcc", "tar"}) {
      Requirements.program(program);
    }
    image = BoxImage.in(folder);
    engine = EngineProcess.start();
  }

  @AfterAll
  void stopEngine() throws Exception {
    engine.close();
  }

  private RunningDevice start(DeviceLab lab, String image, String... arguments) throws Exception {
    return new ContainerDevice(image, List.of(arguments))
        .start(lab, DockerEngine.at(engine.socket()));
  }

  private RunningDevice box(DeviceLab lab) throws Exception {
    return start(lab, image.toString(), "/box", "{client}", "{server}");
  }

  @Test
  void blocksAsAnyDevice() throws Exception {
    try (DeviceLab lab = DeviceLab.build();
        RunningDevice running = box(lab);
        Cables cables = new Cables(lab)) {
      BlockerCheck.passesOthers(cables);
      BlockerCheck.blocksBitTorrent(cables, false);
      BlockerCheck.blocksUtp(cables);
      assertThat(running.ended()).isEmpty();
      assertThat(running.log().orElseThrow()).content().contains("box ready");
    }
  }

  @Test
  void mayOpenPacketSocketsAndNothingElse() throws Exception {
    try (DeviceLab lab = DeviceLab.build();
        RunningDevice running = box(lab)) {
      long pid = running.processes().get(0).pid();
      assertThat(Files.readString(Path.of("/proc", Long.toString(pid), "status")))
          .contains(NET_RAW_ONLY)
          .contains("NoNewPrivs:\t1");
    }
  }

  @Test
  void theInterfacesGoBackAndNothingElseStays() throws Exception {
    try (DeviceLab lab = DeviceLab.build()) {
      ProcessHandle process;
      try (RunningDevice running = box(lab)) {
        process = running.processes().get(0);
        assertThat(lab.device().run("ip", "-o", "link"))
            .doesNotContain("d0@")
            .doesNotContain("d1@");
      }
      assertThat(process.isAlive()).isFalse();
      assertThat(lab.device().run("ip", "-o", "link")).contains("d0@").contains("d1@");
      assertThat(Shell.run("ip", "netns", "list"))
          .doesNotContain(Long.toString(ProcessHandle.current().pid()) + "-box-");
      try (RunningDevice again = box(lab);
          Cables cables = new Cables(lab)) {
        BlockerCheck.passesOthers(cables);
        assertThat(again.ended()).isEmpty();
      }
    }
  }

  @Test
  void thatItEndsIsToldWithTheLastThatItSaid() throws Exception {
    try (DeviceLab lab = DeviceLab.build()) {
      assertThatThrownBy(() -> start(lab, image.toString(), "/box"))
          .isInstanceOf(DeviceException.class)
          .hasMessage(
              "the container of %s exited with 3; the last that it printed: usage: box CLIENT"
                      .formatted(image)
                  + " SERVER");
    }
    try (DeviceLab lab = DeviceLab.build();
        RunningDevice running = box(lab)) {
      running.processes().forEach(ProcessHandle::destroyForcibly);
      long deadline = System.nanoTime() + 10_000_000_000L;
      while (running.ended().isEmpty() && System.nanoTime() < deadline) {
        Thread.sleep(10);
      }
      assertThat(running.ended())
          .contains(
              "the container of %s exited with 137; the last that it printed: box ready"
                  .formatted(image));
      assertThat(running.processes()).isEmpty();
    }
  }

  @Test
  void anImageThatIsNotThereIsOneClearLine() throws Exception {
    try (DeviceLab lab = DeviceLab.build()) {
      assertThatThrownBy(() -> start(lab, "vendor/box:9"))
          .hasMessage(
              "the engine has no image vendor/box:9; load it (docker load -i FILE) or build it"
                  + " first: nothing is fetched from a registry");
    }
  }

  @Test
  void aKilledTesterLeavesNothing(@TempDir Path folder) throws Exception {
    KilledTester.leavesNothing(
        "container:" + image + " /box {client} {server}",
        Map.of("DOCKER_HOST", engine.address()),
        folder);
  }
}

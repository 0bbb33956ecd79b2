package org.dreyfus.inline.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.dreyfus.lab.Shell;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A user's own program: here a shell that bridges the two interfaces. */
@Tag("slow")
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class CommandDeviceTest {

  private static final String BRIDGING =
      """
      ip link add br9 type bridge forward_delay 0 mcast_snooping 0
      ip link set "$1" master br9 && ip link set "$2" master br9 && ip link set br9 up
      sysctl -qw net.bridge.bridge-nf-call-iptables=0 net.bridge.bridge-nf-call-ip6tables=0
      until [ "$(bridge link | grep -c 'state forwarding')" = 2 ]; do sleep 0.01; done
      echo now ready
      read -r line
      echo end of input
      exit 7
      """;

  @BeforeEach
  void needs() throws Exception {
    Requirements.root();
    for (String program : new String[] {"ip", "nft", "ethtool", "bash"}) {
      Requirements.program(program);
    }
  }

  private static CommandDevice bash(String script, String... arguments) {
    List<String> command = new ArrayList<>(List.of("bash", "-c", script, "box"));
    command.addAll(List.of(arguments));
    return new CommandDevice(command, Duration.ofSeconds(10));
  }

  @Test
  void isToldItsInterfacesAndEndsWithTheLab() throws Exception {
    ProcessHandle process;
    Path log;
    try (DeviceLab lab = DeviceLab.build();
        RunningDevice running = bash(BRIDGING).start(lab);
        Cables cables = new Cables(lab)) {
      BlockerCheck.passesOthers(cables);
      process = running.processes().get(0);
      log = running.log().orElseThrow();
      assertThat(Files.readString(log)).isEqualTo("now ready\n");
      assertThat(running.ended()).isEmpty();
      assertThat(running.reset()).isFalse();
    }
    assertThat(process.isAlive()).isFalse();
    assertThat(log).doesNotExist();
  }

  @Test
  void interfacesGoWhereItWantsThem() {
    try (DeviceLab lab = DeviceLab.build();
        RunningDevice running =
            bash("echo ready $*; sleep 100", "--in={client}", "--out={server}", "x").start(lab)) {
      assertThat(running.log().orElseThrow()).hasContent("ready --in=d0 --out=d1 x\n");
    }
  }

  @Test
  void thatItEndsIsToldWithTheLastThatItSaid() throws Exception {
    try (DeviceLab lab = DeviceLab.build()) {
      assertThatThrownBy(() -> bash("echo one; echo no licence >&2; exit 3").start(lab))
          .isInstanceOf(DeviceException.class)
          .hasMessage("'bash' exited with 3; the last that it printed: no licence");
      try (RunningDevice running = bash("echo ready; sleep 100").start(lab)) {
        List<ProcessHandle> processes = running.processes();
        assertThat(processes).isNotEmpty();
        processes.forEach(ProcessHandle::destroyForcibly);
        processes.get(0).onExit().get();
        assertThat(running.ended())
            .contains("'bash' was ended by signal 9; the last that it printed: ready");
      }
    }
  }

  @Test
  void aProgramThatIsNotThereIsOneClearLine() {
    try (DeviceLab lab = DeviceLab.build()) {
      assertThatThrownBy(
              () -> new CommandDevice(List.of("/no/box"), Duration.ofSeconds(5)).start(lab))
          .isInstanceOf(DeviceException.class)
          .hasMessageStartingWith("'/no/box' exited with ")
          .hasMessageEndingWith("exec of \"/no/box\" failed: No such file or directory")
          .hasMessageNotContaining("\n");
    }
  }

  @Test
  void aStoppedProgramIsEndedToo() throws Exception {
    ProcessHandle process;
    try (DeviceLab lab = DeviceLab.build();
        RunningDevice running = bash("echo ready; exec sleep 100").start(lab)) {
      process = running.processes().get(0);
      String unused = Shell.run("kill", "-STOP", Long.toString(process.pid()));
    }
    assertThat(process.isAlive()).isFalse();
  }
}

package org.dreyfus.recorder.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dreyfus.lab.LabException;
import org.dreyfus.lab.LeftoverSweep;
import org.dreyfus.lab.Names;
import org.dreyfus.lab.Owner;
import org.dreyfus.lab.Shell;
import org.dreyfus.recorder.Requirements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
final class LabTest {

  private static final Duration LIMIT = Duration.ofSeconds(20);

  @BeforeEach
  void needsRoot() throws Exception {
    Requirements.root();
  }

  @Test
  void theSweepTakesTheDeadAndLeavesTheLiving() {
    String dead = new Owner(ProcessHandle.current().pid(), 1).name("1-wire");
    String living = Owner.self().name("test-wire");
    Shell.run("ip", "netns", "add", dead);
    Shell.run("ip", "netns", "add", living);
    try {
      LeftoverSweep.run();
      assertThat(Shell.run("ip", "netns", "list")).contains(living).doesNotContain(dead);
    } finally {
      LeftoverSweep.remove(living);
    }
  }

  @Test
  void hostsReachEachOtherAndNobodyElse(@TempDir Path scratch) {
    try (Lab lab = lab(scratch)) {
      LabHost client = lab.host("client");
      assertThat(client.run(LIMIT, "ping", "-c", "1", "-W", "2", "10.101.102.103"))
          .contains("1 received");
      assertThatThrownBy(() -> client.run(LIMIT, "ping", "-c", "1", "-W", "1", "198.51.100.1"))
          .isInstanceOf(LabException.class);
      assertThat(client.run(LIMIT, "getent", "hosts", "localhost")).contains("127.0.0.1");
      assertThatThrownBy(() -> client.run(LIMIT, "getent", "hosts", "example.test"))
          .isInstanceOf(LabException.class);
    }
  }

  @Test
  void nothingOutlivesTheLab(@TempDir Path scratch) throws Exception {
    String namespaces;
    Running daemon;
    try (Lab lab = lab(scratch)) {
      daemon = lab.host("server").start("sh", "-c", "setsid sleep 600 & sleep 600");
      LabHost.pause(Duration.ofMillis(300));
      assertThat(daemon.isAlive()).isTrue();
    }
    namespaces = Shell.run("ip", "netns", "list");
    assertThat(namespaces).doesNotContain(Owner.self().name(""));
    assertThat(daemon.isAlive()).isFalse();
    assertThat(Names.namespaces()).noneMatch(name -> name.startsWith(Owner.self().name("")));
  }

  @Test
  void theCaptureHoldsWhatCrossesTheBridge(@TempDir Path scratch) throws Exception {
    Path capture = scratch.resolve("capture.pcap");
    try (Lab lab = lab(scratch)) {
      try (BridgeCapture running = lab.capture(capture)) {
        lab.host("client").run(LIMIT, "ping", "-c", "3", "-i", "0.2", "10.101.102.103");
      }
    }
    assertThat(Files.size(capture)).isGreaterThan(24 + 6 * (16 + 98));
    byte[] magic = new byte[4];
    try (var in = Files.newInputStream(capture)) {
      assertThat(in.read(magic)).isEqualTo(4);
    }
    assertThat(magic).as("nanoseconds").containsExactly(0x4d, 0x3c, 0xb2, 0xa1);
  }

  private static Lab lab(Path scratch) {
    Map<String, String> addresses = new LinkedHashMap<>();
    addresses.put("server", "10.101.102.103");
    addresses.put("client", "10.104.105.106");
    return Lab.build(addresses, scratch);
  }
}

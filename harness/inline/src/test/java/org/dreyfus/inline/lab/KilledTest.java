package org.dreyfus.inline.lab;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What SIGKILL of the tester leaves behind: nothing. */
@Tag("slow")
final class KilledTest {

  @BeforeEach
  void needs() throws Exception {
    Requirements.root();
    for (String program : new String[] {"ip", "nft", "ethtool"}) {
      Requirements.program(program);
    }
  }

  @Test
  void ofACommand(@TempDir Path folder) throws Exception {
    KilledTester.leavesNothing(
        "command:bash -c 'sleep 500 & echo ready; sleep 600; true'", Map.of(), folder);
  }

  @Test
  void ofNfqueue(@TempDir Path folder) throws Exception {
    Requirements.program("iptables-restore");
    Requirements.program("gcc");
    Requirements.file("/usr/include/libnetfilter_queue/libnetfilter_queue.h");
    KilledTester.leavesNothing("nfqueue", Map.of(), folder);
  }

  @Test
  void ofSuricata(@TempDir Path folder) throws Exception {
    Requirements.programFromBackports("suricata");
    KilledTester.leavesNothing("suricata", Map.of(), folder);
  }
}

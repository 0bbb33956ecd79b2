package org.dreyfus.inline.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.dreyfus.lab.Shell;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The blockers that are shipped, each between two cables. */
@Tag("slow")
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class FilterDevicesTest {

  private static final int SENT = 2_000;

  @BeforeEach
  void needs() throws Exception {
    Requirements.root();
    for (String program : new String[] {"ip", "nft", "ethtool"}) {
      Requirements.program(program);
    }
  }

  private interface Check {
    void run(Cables cables, RunningDevice running) throws Exception;
  }

  private static void with(Device device, Check check) throws Exception {
    String namespace;
    try (DeviceLab lab = DeviceLab.build();
        RunningDevice running = device.start(lab);
        Cables cables = new Cables(lab)) {
      namespace = lab.device().name();
      check.run(cables, running);
      assertThat(running.ended()).isEmpty();
    }
    assertThat(Shell.run("ip", "netns", "list")).doesNotContain(namespace);
  }

  @Test
  void aWireBlocksNothing() throws Exception {
    with(
        new Wire(),
        (cables, running) -> {
          BlockerCheck.passesOthers(cables);
          Peers swarm = Peers.v4(6881);
          BlockerCheck.connect(cables, swarm);
          assertThat(cables.up(swarm.fromClient(BlockerCheck.latin("\u0013BitTorrent protocol"))))
              .isTrue();
        });
  }

  @Test
  void nftables() throws Exception {
    with(
        new NftFilter(),
        (cables, running) -> {
          BlockerCheck.passesOthers(cables);
          BlockerCheck.blocksBitTorrent(cables, false);
          Signatures.areBlocked(cables, Signatures.ALL);
          BlockerCheck.blocksUtp(cables);
          BlockerCheck.blocksDht(cables);
          BlockerCheck.blocksPorts(cables);
          BlockerCheck.forgets(cables, running);
        });
  }

  @Test
  void iptables() throws Exception {
    Requirements.program("iptables-restore");
    with(
        new IptablesFilter(),
        (cables, running) -> {
          BlockerCheck.passesOthers(cables);
          BlockerCheck.blocksBitTorrent(cables, true);
          Signatures.areBlocked(cables, Signatures.STRINGS);
          BlockerCheck.blocksUtp(cables);
          BlockerCheck.blocksPorts(cables);
        });
  }

  @Test
  void iptablesForgetsWithConntrack() throws Exception {
    Requirements.program("iptables-restore");
    Requirements.program("conntrack");
    with(new IptablesFilter(), BlockerCheck::forgets);
  }

  @Test
  void nfqueue() throws Exception {
    Requirements.program("iptables-restore");
    Requirements.program("gcc");
    Requirements.file("/usr/include/libnetfilter_queue/libnetfilter_queue.h");
    with(
        new NfqueueFilter(),
        (cables, running) -> {
          assertThat(running.processes()).hasSize(1);
          BlockerCheck.passesOthers(cables);
          BlockerCheck.blocksBitTorrent(cables, false);
          Signatures.areBlocked(cables, Signatures.ALL);
          BlockerCheck.blocksUtp(cables);
          BlockerCheck.blocksDht(cables);
          BlockerCheck.forgets(cables, running);
        });
  }

  @Test
  void suricata() throws Exception {
    Requirements.programFromBackports("suricata");
    with(
        new SuricataInline(),
        (cables, running) -> {
          BlockerCheck.passesOthers(cables);
          BlockerCheck.blocksBitTorrent(cables, false);
          Signatures.areBlocked(cables, Signatures.ALL);
          BlockerCheck.blocksUtp(cables);
          BlockerCheck.blocksDht(cables);
          BlockerCheck.blocksPorts(cables);
          assertThat(running.reset()).isFalse();
        });
  }

  @Test
  void theLossyWireLosesTheShareThatItSays() throws Exception {
    with(
        new Lossy(BigDecimal.valueOf(20)),
        (cables, running) -> {
          int lost = 0;
          for (int i = 0; i < SENT; i++) {
            byte[] frame = Peers.v4(50_000).datagramFromClient((byte) i, (byte) (i >> 8));
            lost += cables.upWithin(frame, 5) ? 0 : 1;
          }
          // Five standard deviations of a binomial distribution: one run in a million is outside.
          assertThat(lost).isBetween(SENT / 5 - 90, SENT / 5 + 90);
        });
  }
}

package org.dreyfus.exchange.rebuilt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dreyfus.capture.CaptureSource;
import org.dreyfus.exchange.Tools;
import org.dreyfus.exchange.flows.CaptureFlows;
import org.dreyfus.exchange.flows.FlowFacts;
import org.dreyfus.exchange.rebuilt.RebuiltPacket.Tcp;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RebuiltPacketTest {

  private static final Tcp SEGMENT = new Tcp(4_000_000_000L, 7, Tcp.ACK | Tcp.PSH, 500);

  @TempDir Path folder;

  private Path capture() throws IOException {
    List<RebuiltPacket> packets = new ArrayList<>();
    for (String[] pair :
        new String[][] {{"192.0.2.1", "198.51.100.2"}, {"2001:db8::1", "2001:db8::2"}}) {
      for (int protocol : new int[] {RebuiltPacket.TCP, RebuiltPacket.UDP}) {
        packets.add(packet(pair[0], pair[1], protocol));
      }
    }
    Path file = folder.resolve("rebuilt.pcap");
    RebuiltCapture.write(file, packets);
    return file;
  }

  private static RebuiltPacket packet(String source, String destination, int protocol)
      throws IOException {
    return new RebuiltPacket(
        1_700_000_000_000_000_000L,
        InetAddress.getByName(source),
        50_000,
        InetAddress.getByName(destination),
        443,
        protocol,
        SEGMENT,
        1_000,
        new byte[] {1, 2, 3});
  }

  @Test
  void hasTheLengthsAndPortsThatWereKnown() throws IOException {
    List<FlowFacts> flows = CaptureFlows.of(CaptureSource.file(capture())).flows();
    assertThat(flows).hasSize(4);
    assertThat(flows).allMatch(flow -> flow.record().payloadBytes() == 1_000);
    assertThat(flows).allMatch(flow -> flow.key().responderPort() == 443);
    assertThat(flows).extracting(flow -> flow.key().ipProtocol()).containsExactly(6, 17, 6, 17);
    assertThat(flows.get(0).record().bytes()).isEqualTo(20 + 20 + 1_000);
    assertThat(flows.get(3).record().bytes()).isEqualTo(40 + 8 + 1_000);
  }

  @Test
  @Tag("slow")
  void tsharkReadsTheSame() throws IOException, InterruptedException {
    List<String> lines =
        Tools.output(
            "tshark",
            "-r",
            capture().toString(),
            "-o",
            "ip.check_checksum:TRUE",
            "-T",
            "fields",
            "-E",
            "separator=,",
            "-e",
            "ip.checksum.status",
            "-e",
            "tcp.seq_raw",
            "-e",
            "tcp.len",
            "-e",
            "tcp.flags",
            "-e",
            "udp.length",
            "-e",
            "frame.len",
            "-e",
            "frame.cap_len");
    assertThat(lines)
        .containsExactly(
            "1,4000000000,1000,0x0018,,1054,57",
            "1,,,,1008,1042,45",
            ",4000000000,1000,0x0018,,1074,77",
            ",,,,1008,1062,65");
  }
}

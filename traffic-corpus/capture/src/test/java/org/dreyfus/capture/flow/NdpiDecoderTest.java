package org.dreyfus.capture.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dreyfus.capture.bytes.Packets.ethernet;
import static org.dreyfus.capture.bytes.Packets.extension;
import static org.dreyfus.capture.bytes.Packets.gre;
import static org.dreyfus.capture.bytes.Packets.hex;
import static org.dreyfus.capture.bytes.Packets.icmp;
import static org.dreyfus.capture.bytes.Packets.ipv4;
import static org.dreyfus.capture.bytes.Packets.ipv4Fragment;
import static org.dreyfus.capture.bytes.Packets.ipv6;
import static org.dreyfus.capture.bytes.Packets.ipv6Fragment;
import static org.dreyfus.capture.bytes.Packets.mpls;
import static org.dreyfus.capture.bytes.Packets.pppoe;
import static org.dreyfus.capture.bytes.Packets.tcp;
import static org.dreyfus.capture.bytes.Packets.text;
import static org.dreyfus.capture.bytes.Packets.udp;
import static org.dreyfus.capture.bytes.Packets.vlan;

import java.util.Arrays;
import org.dreyfus.capture.LinkType;
import org.junit.jupiter.api.Test;

/** Where ndpiReader's rules differ from ours. */
class NdpiDecoderTest {

  private static final String A = "10.0.0.1";
  private static final String B = "10.0.0.2";
  private static final String FLOW = "6 10.0.0.1:40000 > 10.0.0.2:80";
  private static final byte[] INNER = ipv4(A, B, 6, tcp(40_000, 80, 24, text(7)));

  private final Decoding decoding = new Decoding(FlowRules.NDPI);

  private String flowOf(byte[] frame) {
    assertThat(decoding.decode(LinkType.ETHERNET, frame)).isTrue();
    return decoding.flow();
  }

  @Test
  void countsBytesOfWholeFrames() {
    assertThat(flowOf(ethernet(0x0800, INNER))).isEqualTo(FLOW);
    assertThat(decoding.packet().countedBytes()).isEqualTo(14 + INNER.length);
  }

  @Test
  void keepsGreWholeAndUnwrapsIpInIp() {
    byte[] inGre = ipv4("192.0.2.1", "192.0.2.2", 47, gre(0, 0x0800, hex(""), INNER));
    assertThat(flowOf(ethernet(0x0800, inGre))).isEqualTo("47 192.0.2.1:0 > 192.0.2.2:0");
    byte[] inIp = ipv4("192.0.2.1", "192.0.2.2", 4, INNER);
    assertThat(flowOf(ethernet(0x0800, inIp))).isEqualTo(FLOW);
    byte[] inIpv6 = ipv6("2001:db8::1", "2001:db8::2", 4, INNER);
    assertThat(flowOf(ethernet(0x86dd, inIpv6))).isEqualTo(FLOW);
  }

  @Test
  void dropsLaterFragmentsAndCutPackets() {
    byte[] later = ipv4Fragment(A, B, 17, 1, 104, false, text(50));
    assertThat(decoding.decode(1, ethernet(0x0800, later))).isFalse();
    byte[] later6 = ipv6("2001:db8::1", "2001:db8::2", 44, ipv6Fragment(17, 1, 8, false, text(9)));
    assertThat(decoding.decode(1, ethernet(0x86dd, later6))).isFalse();
    byte[] whole = ethernet(0x0800, INNER);
    assertThat(decoding.decode(1, Arrays.copyOf(whole, whole.length - 1), whole.length)).isFalse();
  }

  @Test
  void onlyTcpAndUdpHavePorts() {
    assertThat(flowOf(ethernet(0x0800, ipv4(A, B, 1, icmp(8, 0, text(4))))))
        .isEqualTo("1 10.0.0.1:0 > 10.0.0.2:0");
  }

  @Test
  void vlansArePartOfTheKey() {
    FlowTable table = new FlowTable();
    flowOf(ethernet(0x8100, vlan(5, 0x0800, INNER)));
    table.add(decoding.packet(), 1, 0);
    flowOf(ethernet(0x8100, vlan(6, 0x0800, INNER)));
    assertThat(table.find(decoding.packet())).isEqualTo(-1);
    flowOf(ethernet(0x8100, vlan(9, 0x8100, vlan(5, 0x0800, INNER))));
    assertThat(table.find(decoding.packet())).isZero();
  }

  @Test
  void takesLabelsAndSessionsOff() {
    assertThat(flowOf(ethernet(0x8847, mpls(9, false, mpls(8, true, INNER))))).isEqualTo(FLOW);
    assertThat(flowOf(ethernet(0x8864, pppoe(0x21, INNER)))).isEqualTo(FLOW);
    assertThat(decoding.decode(1, ethernet(0x8847, new byte[90]))).isFalse();
  }

  @Test
  void walksIpv6Extensions() {
    byte[] packet =
        ipv6(
            "2001:db8::1",
            "2001:db8::2",
            0,
            extension(60, 0, extension(17, 1, udp(1, 2, text(5)))));
    assertThat(flowOf(ethernet(0x86dd, packet))).endsWith(":2");
    assertThat(decoding.payload()).isEqualTo(text(5));
  }
}

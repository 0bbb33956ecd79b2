package org.dreyfus.capture.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dreyfus.capture.bytes.Packets.extension;
import static org.dreyfus.capture.bytes.Packets.ipv4;
import static org.dreyfus.capture.bytes.Packets.ipv4Fragment;
import static org.dreyfus.capture.bytes.Packets.ipv6;
import static org.dreyfus.capture.bytes.Packets.ipv6Fragment;
import static org.dreyfus.capture.bytes.Packets.join;
import static org.dreyfus.capture.bytes.Packets.text;
import static org.dreyfus.capture.bytes.Packets.udp;

import java.util.Arrays;
import org.dreyfus.capture.LinkType;
import org.junit.jupiter.api.Test;

class FragmentTest {

  private static final String A = "10.0.0.1";
  private static final String B = "10.0.0.2";
  private static final byte[] DATAGRAM = udp(5_000, 53, text(192));
  private static final byte[] FIRST = Arrays.copyOf(DATAGRAM, 104);
  private static final byte[] REST = Arrays.copyOfRange(DATAGRAM, 104, 200);
  private static final String FLOW = "17 10.0.0.1:5000 > 10.0.0.2:53";
  private static final String NO_PORTS = "17 10.0.0.1:0 > 10.0.0.2:0";

  private final Decoding decoding = new Decoding(FlowRules.DREYFUS);

  private String flowOf(byte[] packet) {
    assertThat(decoding.decode(LinkType.RAW, packet)).isTrue();
    return decoding.flow();
  }

  private static byte[] first(int id) {
    return ipv4Fragment(A, B, 17, id, 0, true, FIRST);
  }

  private static byte[] rest(int id) {
    return ipv4Fragment(A, B, 17, id, 104, false, REST);
  }

  @Test
  void laterFragmentsFollowTheirFirst() {
    assertThat(flowOf(first(7))).isEqualTo(FLOW);
    assertThat(decoding.packet().payloadLength()).isEqualTo(96);
    assertThat(flowOf(rest(7))).isEqualTo(FLOW);
    assertThat(decoding.packet().payloadLength()).isZero();
    assertThat(decoding.packet().payloadWireBytes()).isEqualTo(96);
  }

  @Test
  void othersDoNot() {
    flowOf(first(7));
    assertThat(flowOf(rest(8))).isEqualTo(NO_PORTS);
    assertThat(flowOf(ipv4Fragment(B, A, 17, 7, 104, false, REST)))
        .isEqualTo("17 10.0.0.2:0 > 10.0.0.1:0");
    assertThat(flowOf(ipv4Fragment(A, B, 6, 7, 104, false, REST))).startsWith("6 10.0.0.1:0");
  }

  @Test
  void theDirectionIsThatOfTheFirst() {
    byte[] reply = Arrays.copyOf(udp(53, 5_000, text(192)), 104);
    assertThat(flowOf(ipv4Fragment(B, A, 17, 9, 0, true, reply)))
        .isEqualTo("17 10.0.0.2:53 > 10.0.0.1:5000");
    assertThat(flowOf(ipv4Fragment(B, A, 17, 9, 104, false, REST)))
        .isEqualTo("17 10.0.0.2:53 > 10.0.0.1:5000");
  }

  @Test
  void aFirstOneIsForgottenAfterAMinute() {
    flowOf(first(7));
    decoding.clock(60_000_000_000L);
    assertThat(flowOf(rest(7))).isEqualTo(FLOW);
    decoding.clock(60_000_000_001L);
    assertThat(flowOf(rest(7))).isEqualTo(NO_PORTS);
  }

  @Test
  void manyAtOncePushOutTheOldest() {
    flowOf(first(1));
    for (int id = 2; id <= 20_000; id++) {
      decoding.clock(id);
      flowOf(first(id));
      assertThat(flowOf(rest(id))).isEqualTo(FLOW);
    }
    assertThat(flowOf(rest(1))).isEqualTo(NO_PORTS);
  }

  @Test
  void ipv6FragmentsFollowThroughExtensionHeaders() {
    byte[] datagram = extension(17, 0, DATAGRAM);
    byte[] first = Arrays.copyOf(datagram, 104);
    byte[] rest = Arrays.copyOfRange(datagram, 104, datagram.length);
    String a = "2001:db8::1";
    String b = "2001:db8::2";
    String flow = flowOf(ipv6(a, b, 44, ipv6Fragment(60, 77, 0, true, first)));
    assertThat(flow).startsWith("17 2001:").endsWith(":53");
    assertThat(flowOf(ipv6(a, b, 44, ipv6Fragment(60, 77, 104, false, rest)))).isEqualTo(flow);
    assertThat(flowOf(ipv6(a, b, 44, ipv6Fragment(60, 78, 104, false, rest))))
        .startsWith("60 2001:");
  }

  @Test
  void anAtomicFragmentIsAWholePacket() {
    assertThat(
            flowOf(ipv6("2001:db8::1", "2001:db8::2", 44, ipv6Fragment(17, 5, 0, false, DATAGRAM))))
        .endsWith(":53");
    assertThat(decoding.packet().payloadLength()).isEqualTo(192);
  }

  @Test
  void fragmentsOfATunnelBelongToWhatItCarries() {
    byte[] carried = ipv4(A, B, 17, DATAGRAM);
    byte[] head = Arrays.copyOf(carried, 120);
    byte[] tail = Arrays.copyOfRange(carried, 120, carried.length);
    assertThat(flowOf(ipv4Fragment("192.0.2.1", "192.0.2.2", 4, 3, 0, true, head))).isEqualTo(FLOW);
    assertThat(flowOf(ipv4Fragment("192.0.2.1", "192.0.2.2", 4, 3, 120, false, tail)))
        .isEqualTo(FLOW);
  }

  @Test
  void fragmentsInsideATunnelFollowTheirFirst() {
    assertThat(flowOf(ipv4("192.0.2.1", "192.0.2.2", 4, first(7)))).isEqualTo(FLOW);
    assertThat(flowOf(ipv4("192.0.2.1", "192.0.2.2", 4, rest(7)))).isEqualTo(FLOW);
    assertThat(flowOf(join(rest(7), new byte[0]))).isEqualTo(FLOW);
  }
}

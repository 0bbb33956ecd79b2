package org.dreyfus.capture.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dreyfus.capture.bytes.Packets.ethernet;
import static org.dreyfus.capture.bytes.Packets.extension;
import static org.dreyfus.capture.bytes.Packets.gre;
import static org.dreyfus.capture.bytes.Packets.hex;
import static org.dreyfus.capture.bytes.Packets.icmp;
import static org.dreyfus.capture.bytes.Packets.ipv4;
import static org.dreyfus.capture.bytes.Packets.ipv6;
import static org.dreyfus.capture.bytes.Packets.join;
import static org.dreyfus.capture.bytes.Packets.mpls;
import static org.dreyfus.capture.bytes.Packets.pppoe;
import static org.dreyfus.capture.bytes.Packets.sctp;
import static org.dreyfus.capture.bytes.Packets.tcp;
import static org.dreyfus.capture.bytes.Packets.text;
import static org.dreyfus.capture.bytes.Packets.udp;
import static org.dreyfus.capture.bytes.Packets.vlan;

import java.util.Arrays;
import java.util.stream.Stream;
import org.dreyfus.capture.LinkType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is found in hand-built frames under the project's own rules. */
class DecoderTest {

  private static final String A = "10.0.0.1";
  private static final String B = "10.0.0.2";
  private static final String A6 = "2001:db8::1";
  private static final String B6 = "2001:db8::2";
  private static final byte[] INNER = ipv4(A, B, 6, tcp(40_000, 80, 24, text(7)));
  private static final byte[] INNER6 = ipv6(A6, B6, 17, udp(40_000, 53, text(9)));
  private static final String TCP4 = "6 10.0.0.1:40000 > 10.0.0.2:80";
  private static final String UDP6 = "17 2001:db8:0:0:0:0:0:1:40000 > 2001:db8:0:0:0:0:0:2:53";

  private final Decoding decoding = new Decoding(FlowRules.DREYFUS);

  static Stream<Arguments> encapsulations() {
    return Stream.concat(links(), tunnels());
  }

  private static Stream<Arguments> links() {
    return Stream.of(
        Arguments.of("Ethernet", 1, ethernet(0x0800, INNER), TCP4),
        Arguments.of("Ethernet, IPv6", 1, ethernet(0x86dd, INNER6), UDP6),
        Arguments.of("padded", 1, join(ethernet(0x0800, INNER), new byte[11]), TCP4),
        Arguments.of("VLAN", 1, ethernet(0x8100, vlan(5, 0x0800, INNER)), TCP4),
        Arguments.of("QinQ", 1, ethernet(0x88a8, vlan(5, 0x8100, vlan(6, 0x86dd, INNER6))), UDP6),
        Arguments.of(
            "SNAP", 1, ethernet(8 + INNER.length, join(hex("aaaa03 000000 0800"), INNER)), TCP4),
        Arguments.of("MPLS", 1, ethernet(0x8847, mpls(9, true, INNER)), TCP4),
        Arguments.of(
            "MPLS stack", 1, ethernet(0x8848, mpls(9, false, mpls(8, true, INNER6))), UDP6),
        Arguments.of("PPPoE", 1, ethernet(0x8864, pppoe(0x21, INNER)), TCP4),
        Arguments.of("PPPoE, IPv6", 1, ethernet(0x8864, pppoe(0x57, INNER6)), UDP6),
        Arguments.of("raw", LinkType.RAW, INNER, TCP4),
        Arguments.of("raw, BSD", LinkType.RAW_BSD, INNER6, UDP6),
        Arguments.of("raw, OpenBSD", LinkType.RAW_OPENBSD, INNER, TCP4),
        Arguments.of("raw IPv4", LinkType.IPV4, INNER, TCP4),
        Arguments.of("raw IPv6", LinkType.IPV6, INNER6, UDP6),
        Arguments.of("loopback, little", LinkType.NULL, join(hex("02000000"), INNER), TCP4),
        Arguments.of("loopback, IPv6", LinkType.NULL, join(hex("1e000000"), INNER6), UDP6),
        Arguments.of("loopback, OpenBSD", LinkType.LOOP, join(hex("00000002"), INNER), TCP4),
        Arguments.of(
            "cooked",
            LinkType.LINUX_SLL,
            join(hex("0000 0001 0006 020000000001 0000 0800"), INNER),
            TCP4),
        Arguments.of(
            "cooked, VLAN",
            LinkType.LINUX_SLL,
            join(hex("0000 0001 0006 020000000001 0000 8100"), vlan(3, 0x86dd, INNER6)),
            UDP6),
        Arguments.of(
            "cooked, version 2",
            LinkType.LINUX_SLL2,
            join(hex("86dd 0000 00000002 0001 00 06 0200000000010000"), INNER6),
            UDP6));
  }

  private static Stream<Arguments> tunnels() {
    byte[] outer = hex("0000 1111");
    return Stream.of(
        Arguments.of("IP in IP", LinkType.RAW, ipv4("192.0.2.1", "192.0.2.2", 4, INNER), TCP4),
        Arguments.of("6in4", LinkType.RAW, ipv4("192.0.2.1", "192.0.2.2", 41, INNER6), UDP6),
        Arguments.of("4in6", LinkType.RAW, ipv6("2001:db8::8", "2001:db8::9", 4, INNER), TCP4),
        Arguments.of(
            "IP in IP in IP",
            LinkType.RAW,
            ipv4("192.0.2.1", "192.0.2.2", 4, ipv4("192.0.2.3", "192.0.2.4", 41, INNER6)),
            UDP6),
        Arguments.of(
            "GRE", 101, ipv4("192.0.2.1", "192.0.2.2", 47, gre(0, 0x0800, hex(""), INNER)), TCP4),
        Arguments.of(
            "GRE with checksum, key and sequence",
            LinkType.RAW,
            ipv4(
                "192.0.2.1",
                "192.0.2.2",
                47,
                gre(0xb000, 0x86dd, join(outer, outer, outer), INNER6)),
            UDP6),
        Arguments.of(
            "Ethernet over GRE",
            LinkType.RAW,
            ipv4("192.0.2.1", "192.0.2.2", 47, gre(0x2000, 0x6558, outer, ethernet(0x800, INNER))),
            TCP4),
        Arguments.of(
            "IPv6 extension headers",
            LinkType.RAW,
            ipv6(
                A6,
                B6,
                0,
                extension(60, 0, extension(43, 1, extension(17, 2, udp(40_000, 53, text(9)))))),
            UDP6));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("encapsulations")
  void findsTheInnermostIpPacket(String name, int linkType, byte[] frame, String flow) {
    decoding.decode(linkType, frame);
    assertThat(decoding.flow()).isEqualTo(flow);
    assertThat(decoding.payload()).isEqualTo(text(flow.equals(TCP4) ? 7 : 9));
    int inner = flow.equals(TCP4) ? INNER.length : decoding.packet().networkLength();
    assertThat(decoding.packet().networkLength()).isEqualTo(inner);
    assertThat(decoding.packet().countedBytes()).isEqualTo(inner);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("encapsulations")
  void survivesBeingCutAnywhere(String name, int linkType, byte[] frame, String flow) {
    for (int length = 0; length < frame.length; length++) {
      decoding.decode(linkType, Arrays.copyOf(frame, length), frame.length);
    }
  }

  static Stream<Arguments> transports() {
    return Stream.of(
        Arguments.of(6, tcp(1, 2, 0, text(4)), "1", "2"),
        Arguments.of(17, udp(1, 2, text(4)), "1", "2"),
        Arguments.of(132, sctp(1, 2, text(4)), "1", "2"),
        Arguments.of(1, icmp(8, 0, text(4)), "8", "0"),
        Arguments.of(1, icmp(0, 0, text(4)), "0", "8"),
        Arguments.of(1, icmp(13, 0, text(4)), "13", "14"),
        Arguments.of(1, icmp(14, 0, text(4)), "14", "13"),
        Arguments.of(1, icmp(3, 1, text(4)), "3", "1"),
        Arguments.of(50, join(hex("00000001 00000002"), text(4)), "0", "0"),
        Arguments.of(
            51,
            join(hex("06 04 0000 00000001 00000002 000000000000000000000000"), text(4)),
            "0",
            "0"),
        Arguments.of(89, text(4), "0", "0"),
        Arguments.of(47, join(hex("3001 880b 0004 0001 00000001"), text(4)), "0", "0"));
  }

  @ParameterizedTest(name = "protocol {0}")
  @MethodSource("transports")
  void readsTransportsByTheirHeader(int protocol, byte[] bytes, String from, String to) {
    decoding.decode(LinkType.RAW, ipv4(A, B, protocol, bytes));
    assertThat(decoding.flow())
        .isEqualTo("%d 10.0.0.1:%s > 10.0.0.2:%s".formatted(protocol, from, to));
    if (protocol != 47) {
      assertThat(decoding.payload()).isEqualTo(text(4));
      assertThat(decoding.packet().payloadWireBytes()).isEqualTo(4);
    }
  }

  @Test
  void readsIcmpv6AsCommunityIdDoes() {
    decoding.decode(LinkType.RAW, ipv6(A6, B6, 58, icmp(135, 0, text(16))));
    assertThat(decoding.flow()).contains(":135 >").endsWith(":136");
  }

  @Test
  void tellsFlagsAndPayloadOfTcp() {
    decoding.decode(LinkType.RAW, ipv4(A, B, 6, tcp(1, 2, 0x18, text(4))));
    assertThat(decoding.packet().tcpFlags()).isEqualTo(0x18);
    byte[] options = tcp(1, 2, 0x18, text(9));
    options[12] = 0x70;
    decoding.decode(LinkType.RAW, ipv4(A, B, 6, options));
    assertThat(decoding.packet().payloadLength()).isEqualTo(1);
    options[12] = (byte) 0xf0;
    decoding.decode(LinkType.RAW, ipv4(A, B, 6, options));
    assertThat(decoding.packet().payloadLength()).isZero();
    assertThat(decoding.packet().payloadWireBytes()).isZero();
  }

  @Test
  void usesCutPacketsAsFarAsTheyWereCaptured() {
    byte[] whole = ethernet(0x0800, ipv4(A, B, 6, tcp(40_000, 80, 0x18, text(100))));
    decoding.decode(1, Arrays.copyOf(whole, 60), whole.length);
    assertThat(decoding.flow()).isEqualTo(TCP4);
    assertThat(decoding.packet().payloadLength()).isEqualTo(6);
    assertThat(decoding.packet().payloadWireBytes()).isEqualTo(100);
    assertThat(decoding.packet().networkLength()).isEqualTo(46);
    assertThat(decoding.packet().countedBytes()).isEqualTo(140);
    decoding.decode(1, Arrays.copyOf(whole, 38), whole.length);
    assertThat(decoding.flow()).isEqualTo(TCP4);
    assertThat(decoding.packet().tcpFlags()).isZero();
    assertThat(decoding.packet().payloadWireBytes()).isEqualTo(100);
    decoding.decode(1, Arrays.copyOf(whole, 37), whole.length);
    assertThat(decoding.flow()).isEqualTo("6 10.0.0.1:0 > 10.0.0.2:0");
  }

  @Test
  void aTotalLengthOfZeroMeansTheRestOfTheFrame() {
    byte[] offloaded = INNER.clone();
    offloaded[2] = 0;
    offloaded[3] = 0;
    decoding.decode(LinkType.RAW, offloaded);
    assertThat(decoding.payload()).isEqualTo(text(7));
    byte[] jumbo = ipv6(A6, B6, 0, extension(17, 0, udp(40_000, 53, text(9))));
    jumbo[4] = 0;
    jumbo[5] = 0;
    decoding.decode(LinkType.RAW, jumbo);
    assertThat(decoding.payload()).isEqualTo(text(9));
  }

  @Test
  void anIpv4MappedAddressStaysIpv6() {
    byte[] packet = INNER6.clone();
    Arrays.fill(packet, 8, 18, (byte) 0);
    packet[18] = (byte) 0xff;
    packet[19] = (byte) 0xff;
    decoding.decode(LinkType.RAW, packet);
    assertThat(decoding.key().initiator().getAddress()).hasSize(16);
  }

  static Stream<Arguments> notIp() {
    byte[] shortHeader = INNER.clone();
    shortHeader[0] = 0x44;
    byte[] shortTotal = INNER.clone();
    shortTotal[3] = 19;
    return Stream.of(
        Arguments.of("ARP", 1, ethernet(0x0806, new byte[28])),
        Arguments.of("PPPoE discovery", 1, ethernet(0x8863, pppoe(0x21, INNER))),
        Arguments.of("PPP control", 1, ethernet(0x8864, pppoe(0xc021, INNER))),
        Arguments.of("LLC", 1, ethernet(60, join(hex("424203"), INNER))),
        Arguments.of("wrong version", 1, ethernet(0x0800, new byte[60])),
        Arguments.of("short header", LinkType.RAW, shortHeader),
        Arguments.of("short total length", LinkType.RAW, shortTotal),
        Arguments.of("endless labels", 1, ethernet(0x8847, new byte[200])),
        Arguments.of("unknown link type", 147, INNER),
        Arguments.of("nothing", 1, new byte[0]));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("notIp")
  void leavesOutWhatIsNotIp(String name, int linkType, byte[] frame) {
    assertThat(decoding.decode(linkType, frame)).isFalse();
  }

  @Test
  void anUnreadableInsideLeavesTheOutside() {
    decoding.decode(LinkType.RAW, ipv4(A, B, 4, new byte[40]));
    assertThat(decoding.flow()).isEqualTo("4 10.0.0.1:0 > 10.0.0.2:0");
    decoding.decode(LinkType.RAW, ipv4(A, B, 47, gre(0x4000, 0x0800, hex(""), INNER)));
    assertThat(decoding.flow()).isEqualTo("47 10.0.0.1:0 > 10.0.0.2:0");
  }
}

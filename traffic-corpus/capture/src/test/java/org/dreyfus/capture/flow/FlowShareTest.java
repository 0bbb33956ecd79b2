package org.dreyfus.capture.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.dreyfus.capture.LinkType;
import org.dreyfus.capture.bytes.Packets;
import org.dreyfus.capture.bytes.RandomTraffic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlowShareTest {

  private final Decoding decoding = new Decoding(FlowRules.DREYFUS);

  private int shareOf(int linkType, byte[] frame, int of) {
    assertThat(decoding.decode(linkType, frame)).isTrue();
    int[] having =
        IntStream.range(0, of).filter(i -> new FlowShare(i, of).has(decoding.packet())).toArray();
    assertThat(having).as("shares that have the packet").hasSize(1);
    return having[0];
  }

  private int shareOf(String from, String to, int protocol, byte[] transport) {
    byte[] packet =
        from.contains(":")
            ? Packets.ipv6(from, to, protocol, transport)
            : Packets.ipv4(from, to, protocol, transport);
    return shareOf(LinkType.RAW, packet, 64);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 64})
  void everyPacketBelongsToOneShare(int of) {
    RandomTraffic traffic = new RandomTraffic(7);
    for (int i = 0; i < 500; i++) {
      shareOf(LinkType.ETHERNET, traffic.frame(), of);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"10.0.0.1 10.0.0.2", "10.9.0.1 10.0.0.2", "fd00::1 fd00::2", "fe80::9 ::1"})
  void allBetweenTwoAddressesIsInOneShare(String pair) {
    String one = pair.split(" ")[0];
    String other = pair.split(" ")[1];
    int expected = shareOf(one, other, 6, Packets.tcp(40_000, 80, 2, Packets.text(0)));
    assertThat(shareOf(other, one, 6, Packets.tcp(80, 40_000, 18, Packets.text(3))))
        .isEqualTo(expected);
    assertThat(shareOf(one, other, 17, Packets.udp(53, 53, Packets.text(9)))).isEqualTo(expected);
    assertThat(shareOf(other, one, 1, Packets.icmp(3, 1, Packets.text(9)))).isEqualTo(expected);
    assertThat(shareOf(one, other, 1, Packets.icmp(3, 1, Packets.text(9)))).isEqualTo(expected);
  }

  @Test
  void laterFragmentsFollowTheirFirst() {
    byte[] udp = Packets.udp(1_000, 2_000, Packets.text(24));
    byte[] first = Packets.ipv4Fragment("10.0.0.1", "10.0.0.2", 17, 5, 0, true, udp);
    byte[] later = Packets.ipv4Fragment("10.0.0.1", "10.0.0.2", 17, 5, 32, false, Packets.text(9));
    int expected = shareOf(LinkType.RAW, first, 64);
    assertThat(shareOf(LinkType.RAW, later, 64)).isEqualTo(expected);
  }

  @Test
  void sharesAreAlikeInSize() {
    int[] pairs = new int[4];
    for (int i = 0; i < 4_000; i++) {
      String host = "10.0." + i / 250 + "." + (1 + i % 250);
      byte[] packet = Packets.ipv4(host, "192.0.2.1", 17, Packets.udp(5, 53, Packets.text(1)));
      pairs[shareOf(LinkType.RAW, packet, 4)]++;
    }
    assertThat(IntStream.of(pairs).boxed()).allMatch(count -> count >= 900 && count <= 1_100);
  }

  @Test
  void noShareOutsideTheirNumber() {
    assertThatThrownBy(() -> new FlowShare(2, 2)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new FlowShare(-1, 2)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new FlowShare(0, 0)).isInstanceOf(IllegalArgumentException.class);
  }
}

package org.dreyfus.inline.appliance.meddling;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dreyfus.inline.appliance.BoxStats;
import org.dreyfus.inline.appliance.MadeFrames;
import org.dreyfus.inline.appliance.Sent;
import org.dreyfus.inline.appliance.Side;
import org.dreyfus.lab.MissingRequirement;
import org.dreyfus.lab.Owner;
import org.junit.jupiter.api.Test;

class MediaDefenderTest {

  private static final long MILLI = 1_000_000;

  private final Sent sent = new Sent();

  static MediaDefender box(int perSecond, long most) {
    return new MediaDefender(
        new MediaDefender.Settings(perSecond, most, 5, 1), new Confinement("test"));
  }

  private static BoxStats.Meddling stats(MediaDefender box) {
    return (BoxStats.Meddling) box.stats();
  }

  private void take(MediaDefender box, byte[] frame) {
    box.look(frame);
    assertThat(box.passes(frame, Side.CLIENT, sent)).isTrue();
  }

  static byte[] httpAnnounce() {
    return MadeFrames.tcpTo(
        5_000,
        6_969,
        1_000,
        2_000,
        "GET /announce?info_hash=%01%02&port=6881&compact=1 HTTP/1.1\r\nHost: t\r\n\r\n"
            .getBytes(ISO_8859_1));
  }

  static byte[] udpAnnounce() {
    byte[] request = new byte[98];
    request[11] = 1;
    request[12] = 0x55;
    return MadeFrames.udp(5_001, 6_969, request);
  }

  static byte[] gnutellaQuery() {
    String payload = "00000000000000000000000000000001" + "80" + "03" + "01" + "07000000" + "0000";
    byte[] query = HexFormat.of().parseHex(payload + "736f6e6700");
    return MadeFrames.tcpTo(6_347, 6_346, 10, 20, query);
  }

  static byte[] edonkeySources() {
    String request = "e3" + "11000000" + "19" + "000102030405060708090a0b0c0d0e0f";
    return MadeFrames.tcpTo(5_002, 4_661, 10, 20, HexFormat.of().parseHex(request));
  }

  static byte[] edonkeySearch(boolean tcp) {
    String term = "01" + "0400" + "736f6e67";
    return tcp
        ? MadeFrames.tcpTo(
            5_003, 4_661, 10, 20, HexFormat.of().parseHex("e3" + "08000000" + "16" + term))
        : MadeFrames.udp(5_003, 4_665, HexFormat.of().parseHex("e398" + term));
  }

  static List<byte[]> requests() {
    return List.of(
        httpAnnounce(),
        udpAnnounce(),
        gnutellaQuery(),
        edonkeySources(),
        edonkeySearch(true),
        edonkeySearch(false));
  }

  @Test
  void everyRequestIsAnsweredOnceAndNothingElseIs() {
    MediaDefender box = box(0, 0);
    requests().forEach(request -> take(box, request));
    assertThat(sent.toClient).hasSize(6);
    assertThat(sent.toServer).isEmpty();
    Map<String, Long> expected =
        Map.of(
            "http-announce", 1L,
            "udp-announce", 1L,
            "gnutella-query", 1L,
            "edonkey-sources", 1L,
            "edonkey-search", 2L);
    assertThat(stats(box).requestsSeen()).isEqualTo(expected);
    assertThat(stats(box).decoysSent()).isEqualTo(expected);

    take(box, MadeFrames.there(5_000, 1, 1, MadeFrames.ACK, "GET /index.html HTTP/1.1\r\n\r\n"));
    take(box, MadeFrames.udp(5_000, 53, new byte[40]));
    take(box, MadeFrames.arp());
    assertThat(sent.toClient).hasSize(6);
    box.reset();
    assertThat(stats(box).requestsSeen()).isEmpty();
  }

  @Test
  void floodsTrackersThatItHasSeenAtItsRateAndNoMoreThanItsBound() {
    MediaDefender box = box(1_000, 1_500);
    take(box, edonkeySources());
    IntStream.range(0, 100).forEach(i -> box.tick(i * MILLI, sent));
    assertThat(sent.toServer).as("no tracker was seen").isEmpty();
    take(box, httpAnnounce());
    take(box, udpAnnounce());
    IntStream.range(100, 1_100).forEach(i -> box.tick(i * MILLI, sent));
    assertThat(sent.toServer).hasSizeBetween(1_000, 1_040);
    box.tick(100_000 * MILLI, sent);
    assertThat(sent.toServer).as("a pause is not made up for").hasSizeLessThan(1_080);
    IntStream.range(100_000, 110_000).forEach(i -> box.tick(i * MILLI, sent));
    assertThat(sent.toServer).hasSize(1_500);
    assertThat(stats(box).floodedServices()).isEqualTo(Map.of("10.0.0.2:6969", 1_500L));
    box.reset();
    take(box, httpAnnounce());
    IntStream.range(110_000, 111_000).forEach(i -> box.tick(i * MILLI, sent));
    assertThat(sent.toServer).as("the bound is for good").hasSize(1_500);
    assertThat(stats(box).synsInAll()).isEqualTo(1_500);
  }

  @Test
  void runsOnlyInANetworkThatThisProgramMade() {
    String lab = Owner.self().name("device-1");
    String loopback = "1: lo: <LOOPBACK,UP> mtu 65536 \\    link/loopback 00:00 brd 00:00";
    String cable = "5: d0@if4: <UP> mtu 1500 \\    link/ether 02:00 brd ff:ff \\    veth addrgen";
    String card = "2: eth0: <UP> mtu 1500 \\    link/ether 02:00 brd ff:ff promiscuity 0";
    assertThat(Confinement.of(lab, List.of(loopback, cable)).namespace()).isEqualTo(lab);
    assertThatThrownBy(() -> Confinement.of(lab, List.of(loopback, cable, card)))
        .isInstanceOf(MissingRequirement.class)
        .hasMessageContaining("eth0");
    for (String foreign : List.of("", "home", "dreyfus-1t1-device-1")) {
      assertThatThrownBy(() -> Confinement.of(foreign, List.of(loopback)))
          .isInstanceOf(MissingRequirement.class)
          .hasMessageContaining("did not make");
    }
  }
}

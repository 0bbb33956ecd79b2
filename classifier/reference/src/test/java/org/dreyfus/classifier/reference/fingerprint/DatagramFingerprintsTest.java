package org.dreyfus.classifier.reference.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dreyfus.classifier.Direction.FROM_INITIATOR;
import static org.dreyfus.classifier.Direction.FROM_RESPONDER;
import static org.dreyfus.classifier.reference.fingerprint.Samples.INFO_HASH;
import static org.dreyfus.classifier.reference.fingerprint.Samples.filled;
import static org.dreyfus.classifier.reference.fingerprint.Samples.message;
import static org.dreyfus.classifier.reference.fingerprint.Samples.text;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.dreyfus.classifier.Direction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DatagramFingerprintsTest {

  private static final String ID = "abcdefghij0123456789";
  private static final Sighting TORRENT = Sighting.torrent("ab".repeat(20));

  private List<DatagramFingerprint> fingerprints = List.of();

  @BeforeEach
  void newFlow() {
    fingerprints = Fingerprints.ofDatagrams();
  }

  private Sighting look(Direction direction, byte[] datagram) {
    Sighting strongest = Sighting.NO;
    for (DatagramFingerprint fingerprint : fingerprints) {
      strongest =
          Fingerprints.stronger(
              strongest, fingerprint.look(direction, new Bytes(datagram, datagram.length)));
    }
    return strongest;
  }

  static Stream<Arguments> networks() {
    return Stream.of(
        arguments(Network.BITTORRENT, text("d1:ad2:id20:" + ID + "e1:q4:ping1:t2:aa1:y1:qe")),
        arguments(Network.BITTORRENT, text("d1:rd2:id20:" + ID + "e1:t2:aa1:y1:re")),
        arguments(Network.BITTORRENT, text("d2:ip6:......1:rd2:id20:" + ID + "e1:t2:aa1:y1:re")),
        arguments(Network.BITTORRENT, text("d1:eli201e23:A Generic Error Ocurrede1:t2:aa1:y1:ee")),
        arguments(Network.EDONKEY, message().bytes(0xe3, 0x96, 1, 2, 3, 4).end()),
        arguments(Network.EDONKEY, message().bytes(0xe3, 0x9a).raw(filled(32, 7)).end()),
        arguments(Network.EDONKEY, message().bytes(0xe3, 0x9b).raw(filled(23, 7)).end()),
        arguments(Network.EDONKEY, message().bytes(0xc5, 0x90).raw(filled(18, 7)).end()),
        arguments(Network.EDONKEY, message().bytes(0xc5, 0x93).end()),
        arguments(Network.EDONKEY, message().bytes(0xe4, 0x01).end()),
        arguments(Network.EDONKEY, message().bytes(0xe4, 0x21).raw(filled(33, 7)).end()),
        arguments(Network.EDONKEY, message().bytes(0xe4, 0x29).raw(filled(17 + 50, 7)).end()),
        arguments(Network.GNUTELLA, gnutella(0x80, 12)),
        arguments(Network.GNUTELLA, gnutella(0x01, 14)),
        arguments(Network.GNUTELLA, message().words("GND").bytes(2, 0, 9, 1, 1).words("x").end()),
        arguments(
            Network.DIRECT_CONNECT, text("$SR nick dir\\file.ogg\u00051024 3/4\u0005hub (a:411)|")),
        arguments(
            Network.DIRECT_CONNECT, text("URES " + "ABCDEFG234567".repeat(3) + " FNx SI1\n")));
  }

  private static byte[] gnutella(int type, int payload) {
    return message()
        .raw(text("0123456789abcdef"))
        .bytes(type, 3, 1)
        .little32(payload)
        .raw(new byte[payload])
        .end();
  }

  @ParameterizedTest
  @MethodSource("networks")
  void isKnownByOneDatagram(Network network, byte[] datagram) {
    assertThat(look(FROM_INITIATOR, datagram))
        .isInstanceOfSatisfying(
            Sighting.Marker.class, marker -> assertThat(marker.network()).isEqualTo(network));
  }

  @Test
  void lookUpsNameTheirTorrent() {
    byte[] query =
        message()
            .words("d1:ad2:id20:" + ID + "9:info_hash20:")
            .raw(INFO_HASH)
            .words("e1:q9:get_peers1:t2:aa1:y1:qe")
            .end();
    assertThat(look(FROM_INITIATOR, query)).isEqualTo(TORRENT);
  }

  @Test
  void trackersAreGreetedBeforeATorrentIsNamed() {
    byte[] connect = message().big32(0x417).big32(0x27101980).big32(0).big32(99).end();
    byte[] announce =
        message().raw(new byte[8]).big32(1).big32(100).raw(INFO_HASH).raw(new byte[62]).end();
    byte[] scrape = message().raw(new byte[8]).big32(2).big32(100).raw(INFO_HASH).end();
    assertThat(look(FROM_INITIATOR, announce)).as("nobody greeted").isEqualTo(Sighting.NO);
    assertThat(look(FROM_INITIATOR, connect)).isEqualTo(new Sighting.Greeting(Network.BITTORRENT));
    assertThat(look(FROM_INITIATOR, announce)).isEqualTo(TORRENT);
    assertThat(look(FROM_INITIATOR, scrape)).isEqualTo(TORRENT);
  }

  private static byte[] utp(int type, int connection, int sequence, int acknowledged) {
    return message()
        .bytes(type << 4 | 1, 0, connection >>> 8, connection & 0xff)
        .raw(new byte[12])
        .bytes(sequence >>> 8, sequence & 0xff, acknowledged >>> 8, acknowledged & 0xff)
        .end();
  }

  @Test
  void microTransportIsSureOnceItsSynIsAnswered() {
    assertThat(look(FROM_INITIATOR, utp(4, 700, 1, 0))).isEqualTo(Sighting.NEEDS_MORE);
    assertThat(look(FROM_RESPONDER, utp(2, 701, 500, 1))).isEqualTo(Sighting.NEEDS_MORE);
    assertThat(look(FROM_RESPONDER, utp(2, 700, 500, 2))).isEqualTo(Sighting.NEEDS_MORE);
    assertThat(look(FROM_INITIATOR, utp(2, 700, 500, 1))).isEqualTo(Sighting.NEEDS_MORE);
    assertThat(look(FROM_RESPONDER, utp(2, 700, 500, 1)))
        .isEqualTo(Sighting.marker(Network.BITTORRENT));
  }

  @Test
  void microTransportShowsAHandshakeInside() {
    byte[] data =
        message()
            .raw(utp(0, 701, 2, 500))
            .bytes(19)
            .words("BitTorrent protocol")
            .raw(new byte[8])
            .raw(INFO_HASH)
            .end();
    assertThat(look(FROM_INITIATOR, data)).isEqualTo(TORRENT);
  }

  static Stream<byte[]> others() {
    return Stream.of(
        message().bytes(0x12, 0x34, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 3).words("www").end(),
        message().bytes(0x80, 0x60).raw(filled(170, 3)).end(),
        message().bytes(1, 0, 0, 0).raw(filled(144, 9)).end(),
        message().bytes(0x23).raw(new byte[47]).end(),
        message().bytes(0xe3, 0x96).end(),
        message().bytes(0xe3, 0x9a).raw(filled(15, 7)).end(),
        message().bytes(0xe4, 0x21).raw(filled(34, 7)).end(),
        message().bytes(0xe3).end(),
        text("d3:key5:valuee"),
        text("$SRI am not a search result"),
        text("INVITE sip:a@example.test SIP/2.0\r\n"),
        new byte[23],
        gnutella(0x55, 12));
  }

  @ParameterizedTest
  @MethodSource("others")
  void nothingElseIsAMarker(byte[] datagram) {
    assertThat(look(FROM_INITIATOR, datagram))
        .isNotInstanceOfAny(Sighting.Marker.class, Sighting.Greeting.class);
  }

  @Test
  void randomDatagramsAreHardlyEverANetwork() {
    Random random = new Random(6);
    int markers = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] datagram = new byte[1 + random.nextInt(300)];
      random.nextBytes(datagram);
      newFlow();
      markers += look(FROM_INITIATOR, datagram) instanceof Sighting.Marker ? 1 : 0;
    }
    assertThat(markers).isLessThan(20);
  }
}

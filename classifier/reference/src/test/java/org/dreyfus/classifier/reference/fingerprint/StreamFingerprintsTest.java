package org.dreyfus.classifier.reference.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dreyfus.classifier.reference.fingerprint.Samples.INFO_HASH;
import static org.dreyfus.classifier.reference.fingerprint.Samples.message;
import static org.dreyfus.classifier.reference.fingerprint.Samples.text;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StreamFingerprintsTest {

  static Stream<Arguments> networks() {
    String hash = "%ab".repeat(20);
    return Stream.of(
        arguments(Network.BITTORRENT, handshake()),
        arguments(Network.BITTORRENT, text("GET /announce?info_hash=" + hash + "&port=1 HTTP/1.0")),
        arguments(Network.BITTORRENT, text("GET /p/scrape?x=1&info_hash=" + hash + " HTTP/1.1")),
        arguments(Network.EDONKEY, message().bytes(0xe3, 0x5d, 0, 0, 0, 0x01, 0x10).end()),
        arguments(Network.EDONKEY, message().bytes(0xe3, 20, 0, 0, 0, 0x38).end()),
        arguments(Network.EDONKEY, message().bytes(0xc5, 0x22, 0, 0, 0, 0x01).end()),
        arguments(Network.EDONKEY, message().bytes(0xd4, 0x80, 1, 0, 0, 0x40).end()),
        arguments(Network.GNUTELLA, text("GNUTELLA CONNECT/0.6\r\nUser-Agent: x\r\n\r\n")),
        arguments(Network.GNUTELLA, text("GNUTELLA/0.6 503 Full\r\n")),
        arguments(Network.GNUTELLA, text("GIV 12:" + "0A".repeat(16) + "/song.ogg\n\n")),
        arguments(Network.GNUTELLA, text("GET /uri-res/N2R?urn:sha1:PLSTHIPQGSSZTS5F HTTP/1.1")),
        arguments(Network.DIRECT_CONNECT, text("$Lock EXTENDEDPROTOCOLABC Pk=hub|")),
        arguments(Network.DIRECT_CONNECT, text("$MyNick someone|$Lock x|")),
        arguments(Network.DIRECT_CONNECT, text("HSUP ADBASE ADTIGR\n")),
        arguments(Network.DIRECT_CONNECT, text("CSUP ADBASE ADTIGR\n")),
        arguments(Network.FASTTRACK, text("GET /.hash=0123456789abcdef HTTP/1.1\r\n")),
        arguments(Network.FASTTRACK, text("GIVE 17\r\n")),
        arguments(Network.NAPSTER, login("foo badpass 6699 \"nap v0.8\" 3")),
        arguments(Network.NAPSTER, text("GETfoo \"C:\\music\\a song.mp3\" 0")),
        arguments(Network.SOULSEEK, soulseekLogin()),
        arguments(Network.SOULSEEK, soulseekPeer("P")),
        arguments(Network.SOULSEEK, soulseekPeer("F")));
  }

  private static byte[] handshake() {
    return message()
        .bytes(19)
        .words("BitTorrent protocol")
        .raw(new byte[8])
        .raw(INFO_HASH)
        .words("-XX0001-abcdefghijkl")
        .end();
  }

  private static byte[] login(String line) {
    return message().bytes(line.length(), 0, 2, 0).words(line).end();
  }

  private static byte[] soulseekLogin() {
    return message()
        .little32(1)
        .string("somebody")
        .string("secret")
        .little32(157)
        .string("0123456789abcdef0123456789abcdef")
        .little32(17)
        .endWithLength();
  }

  private static byte[] soulseekPeer(String type) {
    return message().bytes(1).string("somebody").string(type).little32(300).endWithLength();
  }

  private static Sighting look(byte[] bytes, int length) {
    byte[] exact = Arrays.copyOf(bytes, length);
    Sighting strongest = Sighting.NO;
    for (StreamFingerprint fingerprint : Fingerprints.ofStreams()) {
      strongest = Fingerprints.stronger(strongest, fingerprint.look(new Bytes(exact, length)));
    }
    return strongest;
  }

  @ParameterizedTest
  @MethodSource("networks")
  void isKnownByItsOpening(Network network, byte[] opening) {
    assertThat(look(opening, opening.length))
        .isInstanceOfSatisfying(
            Sighting.Marker.class, marker -> assertThat(marker.network()).isEqualTo(network));
  }

  /** "No" means whatever comes: it must not be said of the beginning of what is a marker later. */
  @ParameterizedTest
  @MethodSource("networks")
  void isNeverRuledOutOnTheWay(Network network, byte[] opening) {
    for (int length = 1; length <= opening.length; length++) {
      Sighting sighting = look(opening, length);
      assertThat(sighting).as("after %d bytes", length).isNotInstanceOf(Sighting.No.class);
      if (sighting instanceof Sighting.Marker marker) {
        assertThat(marker.network()).isEqualTo(network);
      }
    }
  }

  @Test
  void torrentsAreNamed() {
    Sighting wanted = Sighting.torrent("ab".repeat(20));
    assertThat(look(handshake(), 68)).isEqualTo(wanted);
    byte[] announce = text("GET /a?port=1&info_hash=" + "%AB".repeat(20) + "&x=y HTTP/1.0\r\n\r\n");
    assertThat(look(announce, announce.length)).isEqualTo(wanted);
    byte[] bare = text("GET /a?info_hash=abcdefghijklmnopqrst HTTP/1.0\r\n\r\n");
    assertThat(look(bare, bare.length))
        .isEqualTo(Sighting.torrent("6162636465666768696a6b6c6d6e6f7071727374"));
  }

  static Stream<byte[]> others() {
    return Stream.of(
        text("GET /film.mkv HTTP/1.1\r\nHost: files.example.test\r\n\r\n"),
        text("GET /announce?info_hash=short HTTP/1.1\r\n\r\n"),
        text("GET / HTTP/1.1\r\nReferer: http://a/?info_hash=" + "%ab".repeat(20) + "\r\n"),
        text("HEAD /index.html HTTP/1.1\r\n\r\n"),
        text("GIVE me your money, said the robber\r\n"),
        text("SSH-2.0-OpenSSH_9.2\r\n"),
        text("\u0013BitTorrent protocul, and as much again, so that it is long enough"),
        text("@RSYNCD: 31.0 sha512\n"),
        text("220 mail.example.test ESMTP\r\n"),
        message().bytes(0x16, 3, 1, 2, 0, 1, 0, 1, 0xfc, 3, 3).raw(new byte[60]).end(),
        message().bytes(0xe3, 0xff, 0xff, 0xff, 0x7f, 0x01).raw(new byte[60]).end(),
        message().bytes(0xe3, 0x10, 0, 0, 0, 0x77).raw(new byte[60]).end(),
        login("this is no log-in, only a line of text of some kind"),
        message().bytes(12, 0, 0, 0, 1, 0, 0, 0, 0xff, 0, 0, 0).raw(new byte[60]).end(),
        message().bytes(1).string("somebody").string("X").little32(300).endWithLength(),
        message().bytes(0, 0, 0, 0x55, 0xff).words("SMBr").raw(new byte[80]).end());
  }

  @ParameterizedTest
  @MethodSource("others")
  void everythingElseIsRuledOut(byte[] opening) {
    assertThat(look(opening, opening.length)).isEqualTo(Sighting.NO);
  }

  @Test
  void randomBytesAreHardlyEverANetwork() {
    Random random = new Random(5);
    int markers = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] opening = new byte[1 + random.nextInt(300)];
      random.nextBytes(opening);
      markers += look(opening, opening.length) instanceof Sighting.Marker ? 1 : 0;
    }
    assertThat(markers).isLessThan(5);
  }
}

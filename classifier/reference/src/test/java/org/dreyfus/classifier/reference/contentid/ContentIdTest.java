package org.dreyfus.classifier.reference.contentid;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Stream;
import org.dreyfus.classifier.Configuration;
import org.dreyfus.classifier.Verdict;
import org.dreyfus.classifier.reference.Conversation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What names a work, and what must not be taken for it. */
class ContentIdTest {

  private static final byte[] OTHER_HASH = new byte[20];
  private static final byte[] OTHER_ED2K = new byte[16];

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static Conversation tcp(String... pieces) {
    Conversation conversation = new Conversation();
    for (String piece : pieces) {
      conversation.tcp(1, 1000, 2, 2000, latin(piece));
    }
    return conversation;
  }

  private static Conversation udp(String... datagrams) {
    Conversation conversation = new Conversation();
    for (String datagram : datagrams) {
      conversation.udp(1, 1000, 2, 2000, latin(datagram));
    }
    return conversation;
  }

  private static String handshake(byte[] infoHash) {
    return "\u0013BitTorrent protocol" + "\0".repeat(8) + text(infoHash) + "-XX0000-123456789012";
  }

  private static String announce(byte[] infoHash) {
    String encoded = HexFormat.of().withPrefix("%").formatHex(infoHash).toUpperCase(Locale.ROOT);
    return "GET /announce?info_hash=" + encoded + "&port=1 HTTP/1.1\r\nHost: t\r\n\r\n";
  }

  private static String udpAnnounce(byte[] infoHash) {
    return "\0".repeat(8) + "\0\0\0\1" + "abcd" + text(infoHash) + "\0".repeat(62);
  }

  private static final String UDP_CONNECT = "\0\0\u0004\u0017\u0027\u0010\u0019\u0080\0\0\0\0abcd";

  private static String dhtQuery(byte[] infoHash) {
    return "d1:ad2:id20:aaaaaaaaaaaaaaaaaaaa9:info_hash20:"
        + text(infoHash)
        + "e1:q9:get_peers1:t2:aa1:y1:qe";
  }

  private static String edonkey(int protocol, int opcode, byte[] body) {
    int length = body.length + 1;
    return text(new byte[] {(byte) protocol, (byte) length, (byte) (length >> 8), 0, 0})
        + (char) opcode
        + text(body);
  }

  private static String kadSearch(byte[] hash) {
    return "\u00e4\u0034" + text(HashScan.asKadWritesIt(hash)) + "\0".repeat(10);
  }

  static Stream<Arguments> names() {
    byte[] torrent = Works.INFO_HASH;
    byte[] ed2k = Works.ED2K_HASH;
    byte[] request = Works.join(latin("\1"), ed2k, latin("more"));
    byte[] packed = Works.deflated(Works.join(new byte[500], ed2k));
    return Stream.of(
        Arguments.of("handshake", tcp(handshake(torrent)), tcp(handshake(OTHER_HASH))),
        Arguments.of(
            "handshake in two segments",
            tcp(handshake(torrent).substring(0, 30), handshake(torrent).substring(30)),
            tcp(handshake(OTHER_HASH).substring(0, 30), handshake(torrent).substring(31))),
        Arguments.of(
            "handshake behind a proxy's greeting",
            tcp("\5\1\0", "\5\1\0\1abcdef", handshake(torrent)),
            tcp("\5\1\0", "\5\1\0\1abcdef", handshake(OTHER_HASH))),
        Arguments.of("announce", tcp(announce(torrent)), tcp(announce(OTHER_HASH))),
        Arguments.of(
            "second announce of a connection",
            tcp(announce(OTHER_HASH), announce(torrent)),
            tcp(announce(OTHER_HASH), announce(OTHER_HASH))),
        Arguments.of(
            "UDP announce",
            udp(UDP_CONNECT, udpAnnounce(torrent)),
            udp(UDP_CONNECT, udpAnnounce(OTHER_HASH))),
        Arguments.of("DHT", udp(dhtQuery(torrent)), udp(dhtQuery(OTHER_HASH))),
        Arguments.of(
            "eDonkey, second message",
            tcp(edonkey(0xe3, 0x01, new byte[40]) + edonkey(0xe3, 0x19, request)),
            tcp(edonkey(0xe3, 0x01, new byte[40]) + edonkey(0xe3, 0x19, OTHER_ED2K))),
        Arguments.of(
            "eMule, packed",
            tcp(edonkey(0xd4, 0x15, packed)),
            tcp(edonkey(0xd4, 0x15, Works.deflated(new byte[500])))),
        Arguments.of("Kad", udp(kadSearch(ed2k)), udp(kadSearch(OTHER_ED2K))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("names")
  void blocksWhatNamesARegisteredWorkAndNothingElse(
      String what, Conversation registered, Conversation other) {
    assertThat(registered.verdicts(Works.classifier()))
        .singleElement()
        .isInstanceOf(Verdict.Blocked.class);
    assertThat(other.verdicts(Works.classifier()))
        .singleElement()
        .isInstanceOf(Verdict.Allowed.class);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("names")
  void withoutTheFeedEverythingPasses(String what, Conversation registered, Conversation other) {
    assertThat(registered.verdicts(new ContentIdProvider().open(Configuration.empty())))
        .singleElement()
        .isInstanceOf(Verdict.Allowed.class);
  }

  @Test
  void theHandshakeIsBlockedBeforeAnyContent() {
    Conversation conversation =
        tcp(handshake(Works.INFO_HASH)).tcp(2, 2000, 1, 1000, new byte[1000]);
    assertThat(conversation.answers(Works.classifier()).get(0).decidedAtPacket()).isEqualTo(1);
  }

  @Test
  void cutAndDamagedMessagesDoNoHarm() {
    for (String message :
        new String[] {
          handshake(Works.INFO_HASH),
          announce(Works.INFO_HASH),
          dhtQuery(Works.INFO_HASH),
          edonkey(0xe3, 0x19, Works.ED2K_HASH),
          edonkey(0xd4, 0x15, Works.deflated(new byte[500])),
          kadSearch(Works.ED2K_HASH)
        }) {
      for (int length = 1; length < message.length(); length++) {
        byte[] damaged = latin(message.substring(0, length));
        byte[] garbled = Arrays.copyOf(damaged, length);
        garbled[length / 2] ^= 0x55;
        new Conversation()
            .tcp(1, 1, 2, 2, damaged)
            .udp(1, 1, 2, 2, damaged)
            .tcp(1, 3, 2, 2, garbled)
            .udp(1, 3, 2, 2, garbled)
            .verdicts(Works.classifier());
      }
    }
  }
}

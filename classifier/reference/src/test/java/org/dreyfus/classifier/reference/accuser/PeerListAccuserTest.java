package org.dreyfus.classifier.reference.accuser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.dreyfus.classifier.Configuration;
import org.dreyfus.classifier.reference.Conversation;
import org.junit.jupiter.api.Test;

class PeerListAccuserTest {

  private static final String ANNOUNCE =
      "GET /announce?info_hash=abcdefghijklmnopqrst&port=1 HTTP/1.1\r\n\r\n";
  private static final String PEER = "\n\1\2\3\u001a\u00e1";
  private static final String OTHER = "\n\1\2\4\u001a\u00e1";

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text.replace(" ", ""));
  }

  private static Map<String, String> accused(Conversation conversation) {
    return conversation.accusations(new PeerListAccuserProvider().open(Configuration.empty()));
  }

  private static Map<String, String> answered(String head, byte[] body) {
    String fields = "HTTP/1.1 200 OK\r\n" + head + "Content-Length: " + body.length + "\r\n\r\n";
    return accused(
        new Conversation()
            .tcp(1, 1000, 2, 6969, ANNOUNCE)
            .tcp(2, 6969, 1, 1000, fields)
            .tcp(2, 6969, 1, 1000, Arrays.copyOf(body, body.length / 2))
            .tcp(2, 6969, 1, 1000, Arrays.copyOfRange(body, body.length / 2, body.length)));
  }

  @Test
  void httpTrackers() {
    String reason = "named by an HTTP tracker";
    String compact = "d8:intervali900e5:peers12:" + PEER + OTHER + "6:peers60:e";
    assertThat(answered("", latin(compact)))
        .isEqualTo(Map.of("10.1.2.3", reason, "10.1.2.4", reason));
    String listed = "d5:peersld2:ip8:10.1.2.37:peer id20:aaaaaaaaaaaaaaaaaaaa4:porti1eeee";
    assertThat(answered("", latin(listed))).isEqualTo(Map.of("10.1.2.3", reason));
    assertThat(answered("Content-Encoding: gzip\r\n", gzip(latin(compact)))).hasSize(2);
    String named = "d5:peersld2:ip11:example.org4:porti1eed2:ip9:10.1.2.9994:porti1eeee";
    assertThat(answered("", latin(named))).isEmpty();
    String sixes = "d6:peers618:" + "\u0020\u0001" + "\0".repeat(13) + "\1" + "\0\1e";
    assertThat(answered("", latin(sixes))).containsOnlyKeys("2001:0:0:0:0:0:0:1");
  }

  @Test
  void onlyAnswersToAnnouncesCount() {
    String page = "d5:peers6:" + PEER + "e";
    assertThat(
            accused(
                new Conversation()
                    .tcp(1, 1000, 2, 80, "GET /page HTTP/1.1\r\n\r\n")
                    .tcp(2, 80, 1, 1000, "HTTP/1.1 200 OK\r\nContent-Length: 17\r\n\r\n" + page)))
        .isEmpty();
  }

  @Test
  void udpTrackers() {
    byte[] connect = hex("0000041727101980 00000000 61626364");
    byte[] answer = hex("00000001 61626364 00000384 00000000 00000001 0a010203 1ae1 00000000 0001");
    assertThat(
            accused(
                new Conversation().udp(1, 1000, 2, 6969, connect).udp(2, 6969, 1, 1000, answer)))
        .isEqualTo(Map.of("10.1.2.3", "named by a UDP tracker"));
    assertThat(accused(new Conversation().udp(2, 6969, 1, 1000, answer))).isEmpty();
  }

  @Test
  void dhtNodesNamePeersAndNodesAreSpared() {
    String nodes = "5:nodes26:" + "n".repeat(20) + OTHER;
    String answer =
        "d1:rd2:id20:aaaaaaaaaaaaaaaaaaaa" + nodes + "6:valuesl6:" + PEER + "ee1:t2:aa1:y1:re";
    assertThat(accused(new Conversation().udp(2, 6881, 1, 6881, latin(answer))))
        .isEqualTo(Map.of("10.1.2.3", "named by a DHT node"));
  }

  @Test
  void edonkeyServers() {
    byte[] found =
        hex("e3 1e000000 42 000102030405060708090a0b0c0d0e0f 02 0a010203 3612 05000000 3612");
    assertThat(accused(new Conversation().tcp(2, 4661, 1, 1000, found)))
        .as("the second has a low id")
        .isEqualTo(Map.of("10.1.2.3", "named by an eDonkey server"));
    byte[] asked = hex("e3 9b 000102030405060708090a0b0c0d0e0f 01 0a010203 3612");
    assertThat(accused(new Conversation().udp(2, 4665, 1, 1000, asked)))
        .containsOnlyKeys("10.1.2.3");
  }

  @Test
  void kadNodes() {
    String ids = "00112233445566778899aabbccddeeff".repeat(2);
    String source = "ffeeddccbbaa99887766554433221100";
    String tags =
        "08 0100 02 204e  03 0100 fe 0302010a  09 0100 ff 01  08 0100 fd 3612  09 0100 f3 00";
    byte[] result = hex("e4 3b " + ids + " 0100 " + source + " 05 " + tags);
    assertThat(accused(new Conversation().udp(2, 4672, 1, 4672, result)))
        .isEqualTo(Map.of("10.1.2.3", "named by a Kad node"));
    for (int length = 1; length < result.length; length++) {
      accused(new Conversation().udp(2, 4672, 1, 4672, Arrays.copyOf(result, length)));
    }
  }

  @Test
  void damagedListsDoNoHarm() {
    byte[] answer = latin("d8:intervali900e5:peers12:" + PEER + OTHER + "e");
    for (int at = 0; at < answer.length; at++) {
      byte[] garbled = answer.clone();
      garbled[at] ^= 0x15;
      answered("", garbled);
      answered("", Arrays.copyOf(answer, at));
    }
    answered("", latin("l".repeat(5000)));
  }

  private static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}

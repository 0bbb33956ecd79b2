package org.dreyfus.inline.appliance.meddling;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dreyfus.inline.appliance.Sent;
import org.dreyfus.inline.appliance.Side;
import org.dreyfus.inline.appliance.Tshark;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What tshark makes of the decoys, and of the flood. */
@Tag("slow")
class DecoysTest {

  private static final String GOOD = "1";

  @TempDir Path folder;

  @BeforeAll
  static void tsharkIsNeeded() {
    Tshark.isNeeded();
  }

  private static Sent answers(byte[]... requests) {
    MediaDefender box = MediaDefenderTest.box(1_000, 10);
    Sent sent = new Sent();
    for (byte[] request : requests) {
      box.look(request);
      box.passes(request, Side.CLIENT, sent);
    }
    box.tick(1_000_000_000, sent);
    return sent;
  }

  @Test
  void anHttpTrackerAnswersTheNextBytesOfItsConnection() throws Exception {
    byte[] request = MediaDefenderTest.httpAnnounce();
    byte[] answer = answers(request).toClient.get(0);
    List<List<String>> fields =
        Tshark.fields(
            folder,
            List.of(request, answer),
            "tcp.seq_raw",
            "tcp.nxtseq",
            "tcp.ack_raw",
            "http.response.code",
            "http.content_length",
            "tcp.checksum.status",
            "ip.checksum.status");
    int length = request.length - 54;
    List<String> answered = fields.get(1);
    assertThat(answered.get(0)).isEqualTo("2000");
    assertThat(answered.get(2)).isEqualTo(Integer.toString(1_000 + length));
    assertThat(answered.subList(3, 7)).isEqualTo(List.of("200", "87", GOOD, GOOD));
  }

  @Test
  void everyDecoyIsWellFormed() throws Exception {
    List<byte[]> frames = new ArrayList<>();
    for (byte[] request : MediaDefenderTest.requests()) {
      frames.add(answers(request).toClient.get(0));
    }
    List<List<String>> fields =
        Tshark.fields(
            folder,
            frames,
            "frame.protocols",
            "_ws.malformed",
            "gnutella.queryhit.count",
            "gnutella.queryhit.hit.name",
            "edonkey.message.type",
            "edonkey.string",
            "ip.checksum.status");
    assertThat(fields).hasSize(6).allSatisfy(of -> assertThat(of.get(1)).isEmpty());
    assertThat(fields).allSatisfy(of -> assertThat(of.get(6)).isEqualTo(GOOD));
    assertThat(fields.get(2).subList(2, 4)).isEqualTo(List.of("1", "song"));
    assertThat(fields.get(3).get(4)).isEqualTo("0x42");
    assertThat(fields.get(4).get(4)).isEqualTo("0x33");
    assertThat(fields.get(4).get(5)).contains("song");
    assertThat(fields.get(5).get(4)).isEqualTo("0x99");
  }

  /** BEP 15: action, transaction, interval, leechers, seeders, then six bytes a peer. */
  @Test
  void aUdpTrackerAnswersTheTransaction() {
    byte[] answer = answers(MediaDefenderTest.udpAnnounce()).toClient.get(0);
    ByteBuffer payload = ByteBuffer.wrap(answer, 42, answer.length - 42).slice();
    assertThat(payload.remaining()).isEqualTo(20 + 5 * 6);
    assertThat(payload.getInt(0)).isEqualTo(1);
    assertThat(payload.getInt(4)).isEqualTo(0x55000000);
    assertThat(payload.getInt(16)).isEqualTo(5);
  }

  @Test
  void theFloodIsSynsFromManyToOne() throws Exception {
    List<byte[]> flood = answers(MediaDefenderTest.httpAnnounce()).toServer;
    List<List<String>> fields =
        Tshark.fields(
            folder,
            flood,
            "tcp.flags",
            "ip.dst",
            "tcp.dstport",
            "tcp.checksum.status",
            "ip.checksum.status",
            "ip.src");
    assertThat(fields)
        .hasSize(10)
        .allSatisfy(
            of ->
                assertThat(of.subList(0, 5))
                    .isEqualTo(List.of("0x0002", "10.0.0.2", "6969", GOOD, GOOD)));
    assertThat(fields.stream().map(of -> of.get(5)).distinct()).hasSizeGreaterThan(8);
    assertThat(fields).allSatisfy(of -> assertThat(of.get(5)).matches("198\\.1[89]\\..*"));
  }
}

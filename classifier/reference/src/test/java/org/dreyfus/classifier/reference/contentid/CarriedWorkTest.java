package org.dreyfus.classifier.reference.contentid;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.dreyfus.capture.inspect.Answer;
import org.dreyfus.classifier.Verdict;
import org.dreyfus.classifier.reference.Conversation;
import org.junit.jupiter.api.Test;

/** What carries a work: found by its digest, when the last byte has come. */
class CarriedWorkTest {

  private static final int SEGMENT_BYTES = 700;

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The responder sends these bytes in segments. */
  private static Conversation sent(byte[]... parts) {
    Conversation conversation = new Conversation().tcp(1, 1000, 2, 80, latin("x"));
    return send(conversation, Works.join(parts));
  }

  private static Conversation send(Conversation conversation, byte[] all) {
    for (int at = 0; at < all.length; at += SEGMENT_BYTES) {
      byte[] segment = Arrays.copyOfRange(all, at, Math.min(all.length, at + SEGMENT_BYTES));
      conversation.tcp(2, 80, 1, 1000, segment);
    }
    return conversation;
  }

  private static byte[] response(byte[] body) {
    byte[] head = latin("HTTP/1.1 200 OK\r\nContent-Length: " + body.length + "\r\n\r\n");
    return Works.join(head, body);
  }

  private static boolean blocks(Conversation conversation) {
    List<Verdict> verdicts = conversation.verdicts(Works.classifier());
    assertThat(verdicts).hasSize(1);
    return verdicts.get(0) instanceof Verdict.Blocked;
  }

  @Test
  void theBlockFallsOnThePacketThatBringsTheLastByte() {
    Conversation conversation = sent(Works.PICTURE);
    Answer answer = conversation.answers(Works.classifier()).get(0);
    int segments = (Works.PICTURE.length + SEGMENT_BYTES - 1) / SEGMENT_BYTES;
    assertThat(answer.verdict()).isInstanceOf(Verdict.Blocked.class);
    assertThat(answer.decidedAtPacket()).isEqualTo(1 + segments);
  }

  @Test
  void worksAreFoundRawAndInHttpOfEveryFraming() {
    assertThat(blocks(sent(Works.TEXT))).isTrue();
    assertThat(blocks(sent(response(Works.TEXT)))).isTrue();
    assertThat(blocks(sent(response(new byte[99]), response(Works.TEXT)))).isTrue();
    byte[] first = Arrays.copyOf(Works.TEXT, 0x300);
    byte[] rest = Arrays.copyOfRange(Works.TEXT, 0x300, Works.TEXT.length);
    byte[] chunkedHead = latin("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n300\r\n");
    byte[] secondSize = latin("\r\n" + Integer.toHexString(rest.length) + ";x=y\r\n");
    byte[] end = latin("\r\n0\r\n\r\n");
    assertThat(blocks(sent(chunkedHead, first, secondSize, rest, end))).isTrue();
    assertThat(blocks(sent(latin("HTTP/1.0 200 OK\r\n\r\n"), Works.TEXT))).isTrue();
    byte[] put = latin("PUT /x HTTP/1.1\r\nContent-Length: " + Works.TEXT.length + "\r\n\r\n");
    assertThat(blocks(sent(put, Works.TEXT))).isTrue();
  }

  @Test
  void aKnownBeginningIsFoundBehindAnyHeader() {
    assertThat(blocks(sent(latin("$ADCSND file x|"), Works.PICTURE, latin("and more")))).isTrue();
    assertThat(blocks(sent(latin("$ADCSND file x|"), Works.TEXT)))
        .as("of a kind whose beginning is not known")
        .isFalse();
  }

  @Test
  void theHeadOfAResponseToHeadHasNoBody() {
    byte[] asked = latin("HEAD /a HTTP/1.1\r\n\r\nGET /b HTTP/1.1\r\n\r\n");
    byte[] headOnly = latin("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n");
    Conversation conversation = new Conversation().tcp(1, 1000, 2, 80, asked);
    assertThat(blocks(send(conversation, Works.join(headOnly, response(Works.TEXT))))).isTrue();
  }

  @Test
  void segmentsThatComeTwiceOrInAnotherOrderFindTheirPlace() {
    byte[] text = Works.TEXT;
    assertThat(
            blocks(
                new Conversation()
                    .tcp(1, 1000, 2, 80, latin("x"))
                    .tcp(2, 80, 1, 1000, Arrays.copyOf(text, 1000))
                    .repeated()
                    .tcp(2, 80, 1, 1000, Arrays.copyOfRange(text, 1000, 2000))
                    .tcp(2, 80, 1, 1000, Arrays.copyOfRange(text, 2000, 3000))
                    .reordered()))
        .isTrue();
  }

  @Test
  void whatIsNotTheWholeWorkPasses() {
    byte[] changed = Works.PICTURE.clone();
    changed[changed.length - 1] ^= 1;
    assertThat(blocks(sent(changed))).isFalse();
    assertThat(blocks(sent(Arrays.copyOf(Works.PICTURE, Works.PICTURE.length - 1)))).isFalse();
    assertThat(blocks(sent(Works.PICTURE).lost())).isFalse();
    byte[] encrypted = Works.PICTURE.clone();
    for (int i = 0; i < encrypted.length; i++) {
      encrypted[i] ^= 0x2a;
    }
    assertThat(blocks(sent(encrypted))).isFalse();
  }

  @Test
  void behindAGapNothingIsFoundHoweverMuchComes() {
    byte[] much = new byte[400_000];
    Conversation gap = send(sent(new byte[10]), new byte[10]).lost();
    assertThat(blocks(send(gap, Works.join(much, Works.PICTURE)))).isFalse();
    assertThat(blocks(send(sent(new byte[10]), Works.join(much, Works.PICTURE)))).isTrue();
  }

  @Test
  void sixteenBeginningsAreFollowedAtOnce() {
    byte[] opening = Arrays.copyOf(Works.PICTURE, 4);
    byte[][] many = new byte[14][];
    Arrays.fill(many, opening);
    byte[] some = Works.join(many);
    assertThat(blocks(sent(new byte[9], some, Works.PICTURE))).isTrue();
    assertThat(blocks(sent(new byte[9], some, some, Works.PICTURE)))
        .as("beginnings that come while sixteen are open are missed")
        .isFalse();
  }
}

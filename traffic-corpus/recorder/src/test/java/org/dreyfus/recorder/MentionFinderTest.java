package org.dreyfus.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dreyfus.corpus.AddressMention;
import org.dreyfus.corpus.AddressMention.Encoding;
import org.junit.jupiter.api.Test;

final class MentionFinderTest {

  private static final int OFFSET = 54;

  @Test
  void findsEveryWayOfWritingAnAddress() throws Exception {
    assertThat(inDatagram("to 10.101.120.133!")).containsExactly(whole(Encoding.DOTTED, 3, 14));
    assertThat(inDatagram("227 (10,101,120,133,117,48)"))
        .containsExactly(whole(Encoding.COMMAS, 5, 14));
    assertThat(inDatagram("host-10-101-120-133.net"))
        .containsExactly(whole(Encoding.HYPHENS, 5, 14));
    assertThat(inDatagram("133.120.101.10.in-addr.arpa"))
        .containsExactly(whole(Encoding.REVERSED, 0, 14));
    assertThat(inDatagram(new byte[] {9, 10, 101, 120, (byte) 133, 9}))
        .containsExactly(whole(Encoding.BINARY, 1, 4));
    assertThat(inDatagram(new byte[] {(byte) 133, 120, 101, 10}))
        .containsExactly(whole(Encoding.BINARY_LITTLE_ENDIAN, 0, 4));
    assertThat(inDatagram("lefty 2239259914 4"))
        .containsExactly(whole(Encoding.DECIMAL_LITTLE_ENDIAN, 6, 10));
  }

  @Test
  void findsTheLabelsOfAReverseLookUp() throws Exception {
    byte[] question = text("\u0003133\u0003120\u0003101\u000210\u0007in-addr\u0004arpa\0");
    assertThat(inDatagram(question)).containsExactly(whole(Encoding.REVERSED, 1, 14));
  }

  @Test
  void findsNothingElse() throws Exception {
    assertThat(inDatagram("10.101.120.13 and 10.101.121.133")).isEmpty();
  }

  @Test
  void findsAnAddressThatRunsOverThreeSegments() throws Exception {
    MentionFinder finder = finder();
    finder.segment("a", 1, OFFSET, 1_000, text("PORT 10,10"));
    finder.segment("a", 2, OFFSET, 1_010, text("1,1"));
    finder.segment("a", 3, OFFSET, 1_013, text("20,133,7,8"));
    assertThat(finder.mentions())
        .containsExactly(
            new AddressMention(1, OFFSET + 5, "server", Encoding.COMMAS, 0, 5),
            new AddressMention(2, OFFSET, "server", Encoding.COMMAS, 5, 3),
            new AddressMention(3, OFFSET, "server", Encoding.COMMAS, 8, 6));
  }

  @Test
  void putsSegmentsInOrderAndNotesEveryCopy() throws Exception {
    MentionFinder finder = finder();
    finder.segment("a", 1, OFFSET, 0xffff_fffeL, text("x:"));
    finder.segment("a", 2, OFFSET, 7, text("120.133"));
    finder.segment("a", 3, OFFSET, 0, text("10.101."));
    finder.segment("a", 4, OFFSET, 0, text("10.101.120.133"));
    assertThat(finder.mentions())
        .containsExactly(
            new AddressMention(2, OFFSET, "server", Encoding.DOTTED, 7, 7),
            new AddressMention(3, OFFSET, "server", Encoding.DOTTED, 0, 7),
            new AddressMention(4, OFFSET, "server", Encoding.DOTTED, 0, 14));
  }

  @Test
  void streamsDoNotRunIntoEachOther() throws Exception {
    MentionFinder finder = finder();
    finder.segment("a", 1, OFFSET, 5, text("10.101."));
    finder.segment("b", 2, OFFSET, 12, text("120.133"));
    finder.datagram(3, OFFSET, text("10.101."));
    finder.datagram(4, OFFSET, text("120.133"));
    assertThat(finder.mentions()).isEmpty();
  }

  @Test
  void saysWhenAnAddressCannotBeRewritten() throws Exception {
    MentionFinder finder = finder();
    finder.datagram(1, OFFSET, "ask 10.101.120.13x".getBytes(StandardCharsets.UTF_16LE));
    assertThat(finder.missesSome()).isFalse();
    finder.segment("a", 2, OFFSET, 1, "ask 10.101.".getBytes(StandardCharsets.UTF_16LE));
    finder.segment("a", 3, OFFSET, 23, "120.133".getBytes(StandardCharsets.UTF_16LE));
    assertThat(finder.mentions()).isEmpty();
    assertThat(finder.missesSome()).isTrue();
  }

  @Test
  void tellsHostsApart() throws Exception {
    MentionFinder finder = finder();
    ByteArrayOutputStream payload = new ByteArrayOutputStream();
    payload.writeBytes(text("10.102.103.104 10.101.120.133"));
    finder.datagram(7, OFFSET, payload.toByteArray());
    assertThat(finder.mentions())
        .extracting(AddressMention::host)
        .containsExactly("client", "server");
  }

  private static List<AddressMention> inDatagram(String payload) throws Exception {
    return inDatagram(text(payload));
  }

  private static List<AddressMention> inDatagram(byte[] payload) throws Exception {
    MentionFinder finder = finder();
    finder.datagram(4, OFFSET, Arrays.copyOf(payload, payload.length));
    return finder.mentions();
  }

  private static AddressMention whole(Encoding encoding, int at, int length) {
    return new AddressMention(4, OFFSET + at, "server", encoding, 0, length);
  }

  private static MentionFinder finder() throws Exception {
    return new MentionFinder(
        Map.of(
            "server", InetAddress.getByName("10.101.120.133"),
            "client", InetAddress.getByName("10.102.103.104")));
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}

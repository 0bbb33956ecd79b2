package org.dreyfus.classifier.reference.entropy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.dreyfus.classifier.Configuration;
import org.dreyfus.classifier.Verdict;
import org.dreyfus.classifier.reference.Conversation;
import org.junit.jupiter.api.Test;

class EntropyTest {

  /** Random bytes whose first is neither printable nor a TLS content type. */
  private static byte[] noise(int length) {
    byte[] noise = new byte[length];
    new Random(7).nextBytes(noise);
    noise[0] = (byte) 0xf1;
    return noise;
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static boolean blocks(Conversation conversation) {
    return conversation.verdicts(new EntropyProvider().open(Configuration.empty())).get(0)
        instanceof Verdict.Blocked;
  }

  private static boolean blocks(byte[] first) {
    return blocks(new Conversation().tcp(1, 1000, 2, 443, first));
  }

  /** As many bytes with so many bits set. */
  private static byte[] bits(int ofTen, int few, int many) {
    byte[] data = new byte[200];
    for (int i = 0; i < data.length; i++) {
      int set = i % 10 < ofTen ? many : few;
      data[i] = (byte) (0xff << (8 - set));
    }
    return data;
  }

  @Test
  void noiseIsBlockedAtTheFirstData() {
    assertThat(blocks(noise(300))).isTrue();
    assertThat(
            new Conversation()
                .tcp(1, 1000, 2, 443, noise(300))
                .answers(new EntropyProvider().open(Configuration.empty()))
                .get(0)
                .decidedAtPacket())
        .isEqualTo(1);
  }

  @Test
  void theBoundsOfSetBitsAreThoseOfThePaper() {
    assertThat(blocks(bits(4, 3, 4))).as("3.4 bits a byte").isFalse();
    assertThat(blocks(bits(5, 3, 4))).as("3.5 bits a byte").isTrue();
    assertThat(blocks(bits(5, 4, 5))).as("4.5 bits a byte").isTrue();
    assertThat(blocks(bits(6, 4, 5))).as("4.6 bits a byte").isFalse();
  }

  @Test
  void whatIsPrintablePasses() {
    byte[] six = noise(300);
    System.arraycopy(latin("SSH-2."), 0, six, 0, 6);
    assertThat(blocks(six)).isFalse();
    byte[] five = six.clone();
    five[5] = (byte) 0xf1;
    assertThat(blocks(five)).isTrue();
    byte[] run = noise(300);
    Arrays.fill(run, 100, 121, (byte) 'U');
    assertThat(blocks(run)).as("21 in a row").isFalse();
    run[110] = (byte) 0xaa;
    assertThat(blocks(run)).as("never more than 20 in a row").isTrue();
    byte[] half = new byte[200];
    for (int i = 0; i < half.length; i++) {
      half[i] = i % 2 == 0 ? (byte) 0xaa : (byte) 'U';
    }
    assertThat(blocks(half)).as("just half").isTrue();
    half[0] = 'U';
    assertThat(blocks(half)).as("more than half").isFalse();
  }

  @Test
  void tlsAndHttpPass() {
    byte[] tls = noise(300);
    System.arraycopy(new byte[] {0x16, 3, 1}, 0, tls, 0, 3);
    assertThat(blocks(tls)).isFalse();
    tls[1] = 4;
    assertThat(blocks(tls)).isTrue();
    byte[] http = noise(300);
    System.arraycopy(latin("POST "), 0, http, 0, 5);
    assertThat(blocks(http)).isFalse();
  }

  private static double score(Conversation conversation) {
    return conversation
        .answers(new EntropyProvider().open(Configuration.empty()))
        .get(0)
        .score()
        .orElseThrow();
  }

  @Test
  void theScoreSaysHowNearTheBitsComeToFour() {
    assertThat(score(new Conversation().tcp(1, 1000, 2, 443, bits(5, 4, 4)))).isEqualTo(1);
    assertThat(score(new Conversation().tcp(1, 1000, 2, 443, bits(5, 3, 4)))).isEqualTo(0.875);
    assertThat(score(new Conversation().tcp(1, 1000, 2, 443, bits(4, 3, 4))))
        .as("the bound of the paper")
        .isCloseTo(0.85, within(1e-12));
    assertThat(score(new Conversation().tcp(1, 1000, 2, 443, latin("GET / HTTP/1.1\r\n"))))
        .isZero();
    assertThat(score(new Conversation().udp(1, 1000, 2, 443, noise(300)))).isZero();
  }

  @Test
  void onlyTheInitiatorsTcpCounts() {
    assertThat(blocks(new Conversation().udp(1, 1000, 2, 443, noise(300)))).isFalse();
    assertThat(
            blocks(
                new Conversation()
                    .tcp(1, 1000, 2, 443, latin("USER me\r\n"))
                    .tcp(2, 443, 1, 1000, noise(300))
                    .tcp(1, 1000, 2, 443, noise(300))))
        .isFalse();
  }
}

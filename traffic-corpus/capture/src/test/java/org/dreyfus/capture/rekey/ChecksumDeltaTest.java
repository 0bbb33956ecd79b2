package org.dreyfus.capture.rekey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ChecksumDeltaTest {

  private final Random random = new Random(1624);

  @Test
  void agreesWithComputingTheChecksumAnew() {
    for (int run = 0; run < 20_000; run++) {
      byte[] bytes = new byte[2 + random.nextInt(60)];
      random.nextBytes(bytes);
      int before = checksum(bytes);
      ChecksumDelta delta = new ChecksumDelta();
      for (int change = random.nextInt(6); change > 0; change--) {
        int at = random.nextInt(bytes.length);
        byte to = (byte) random.nextInt(256);
        delta.changed(at, bytes[at], to);
        bytes[at] = to;
      }
      assertThat(delta.appliedTo(before)).isEqualTo(checksum(bytes));
    }
  }

  @Test
  void aWrongChecksumStaysWrong() {
    byte[] bytes = {1, 2, 3, 4};
    int wrong = checksum(bytes) ^ 0x0101;
    ChecksumDelta delta = new ChecksumDelta();
    delta.changed(0, 1, 9);
    bytes[0] = 9;
    assertThat(delta.appliedTo(wrong)).isNotEqualTo(checksum(bytes));
  }

  @Test
  void udpWithoutChecksumKeepsNone() {
    ChecksumDelta delta = new ChecksumDelta();
    delta.changed16(1, 2);
    assertThat(delta.appliedToUdp(0)).isZero();
  }

  /** RFC 1071. */
  private static int checksum(byte[] bytes) {
    long sum = 0;
    for (int i = 0; i < bytes.length; i++) {
      sum += (i & 1) == 0 ? (bytes[i] & 0xff) << 8 : bytes[i] & 0xff;
    }
    while (sum >>> 16 != 0) {
      sum = (sum & 0xffff) + (sum >>> 16);
    }
    return (int) ~sum & 0xffff;
  }
}

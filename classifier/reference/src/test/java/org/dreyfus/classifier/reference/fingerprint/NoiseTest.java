package org.dreyfus.classifier.reference.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dreyfus.classifier.reference.fingerprint.Samples.filled;
import static org.dreyfus.classifier.reference.fingerprint.Samples.message;
import static org.dreyfus.classifier.reference.fingerprint.Samples.text;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NoiseTest {

  private static byte[] random(long seed, int length) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  private static Noise.Look look(byte[] opening) {
    return Noise.of(new Bytes(opening, opening.length));
  }

  @Test
  void randomBytesAreNoiseOnceThereAreEnough() {
    assertThat(look(random(1, Noise.FEWEST_BYTES - 1))).isEqualTo(Noise.Look.NEEDS_MORE);
    int noise = 0;
    for (int seed = 0; seed < 2_000; seed++) {
      noise += look(random(seed, Noise.FEWEST_BYTES)) == Noise.Look.NOISE ? 1 : 0;
    }
    assertThat(noise).isGreaterThan(1_940);
  }

  static Stream<byte[]> ordinary() {
    byte[] random = random(3, 400);
    return Stream.of(
        text("USER someone\r\n"),
        message().words("SSH-2.0-x\r\n").raw(random).end(),
        message().bytes(0x16, 3, 1).raw(random).end(),
        message().bytes(0, 54, 0x38).raw(random(4, 53)).end(),
        message().bytes(0, 0, 1, 0x90, 0xfe).words("SMB").raw(random).end(),
        message().bytes(3, 0, 0, 0x13).raw(random).end(),
        message().bytes(3, 1, 2, 3, 4, 0, 0, 0, 0).raw(random).end(),
        message().bytes(0).raw(text("words ".repeat(40))).end(),
        message().raw(random(5, 100)).words("and here is a sentence").raw(random(6, 100)).end(),
        filled(200, 0x80),
        filled(200, 0xfe));
  }

  @ParameterizedTest
  @MethodSource("ordinary")
  void whatIsReadableOrKnownIsNot(byte[] opening) {
    assertThat(look(opening)).isEqualTo(Noise.Look.ORDINARY);
  }
}

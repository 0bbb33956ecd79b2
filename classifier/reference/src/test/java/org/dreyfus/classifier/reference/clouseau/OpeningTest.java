package org.dreyfus.classifier.reference.clouseau;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OpeningTest {

  private record Segment(int from, int length) {}

  @Test
  void segmentsInAnyOrderAndOverlappingGiveTheStream() {
    Random random = new Random(9);
    for (int round = 0; round < 300; round++) {
      byte[] stream = new byte[1 + random.nextInt(3_000)];
      random.nextBytes(stream);
      int syn = random.nextInt();
      Opening opening = new Opening();
      opening.startsAfter(syn);
      for (Segment segment : segments(stream.length, random)) {
        opening.add(
            syn + 1 + segment.from(), ByteBuffer.wrap(stream), segment.from(), segment.length());
        int length = opening.length();
        assertThat(Arrays.copyOf(opening.bytes().data(), length))
            .isEqualTo(Arrays.copyOf(stream, length));
      }
      assertThat(opening.length()).isEqualTo(Math.min(stream.length, 1_024));
    }
  }

  /** Cover the stream, some twice, in random order. */
  private static List<Segment> segments(int length, Random random) {
    List<Segment> segments = new ArrayList<>();
    int at = 0;
    while (at < length) {
      int size = Math.min(length - at, 1 + random.nextInt(400));
      int back = random.nextInt(Math.min(at, 50) + 1);
      segments.add(new Segment(at - back, size + back));
      at += size;
    }
    Collections.shuffle(segments, random);
    return segments;
  }

  @Test
  void aGapHidesWhatFollowsIt() {
    ByteBuffer bytes = ByteBuffer.wrap(new byte[100]);
    Opening opening = new Opening();
    opening.startsAfter(0);
    assertThat(opening.add(11, bytes, 10, 20)).isFalse();
    assertThat(opening.length()).isZero();
    assertThat(opening.add(1, bytes, 0, 10)).isTrue();
    assertThat(opening.length()).isEqualTo(30);
  }

  @Test
  void whatIsFarAheadOrBehindIsLeftOut() {
    ByteBuffer bytes = ByteBuffer.wrap(new byte[100]);
    Opening opening = new Opening();
    opening.startsAfter(1_000);
    assertThat(opening.add(1_000_000, bytes, 0, 100)).isFalse();
    assertThat(opening.add(1_001 + Integer.MIN_VALUE, bytes, 0, 100)).isFalse();
    assertThat(opening.add(900, bytes, 0, 100)).isFalse();
    assertThat(opening.length()).isZero();
  }
}

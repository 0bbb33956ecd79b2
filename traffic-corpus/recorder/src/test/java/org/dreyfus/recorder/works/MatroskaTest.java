package org.dreyfus.recorder.works;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class MatroskaTest {

  @Test
  void elementsFillTheFileToItsEnd() {
    for (int size = 50_000; size < 51_100; size++) {
      readThrough(ByteBuffer.wrap(Matroska.bytes(size, new SplittableRandom(2))));
    }
  }

  private static void readThrough(ByteBuffer file) {
    assertThat(file.getInt()).isEqualTo(0x1A45DFA3);
    int header = file.get() & 0x7f;
    file.position(file.position() + header);
    assertThat(file.getInt()).isEqualTo(0x18538067);
    assertThat(file.getInt() & 0x0fffffff).isEqualTo(file.remaining());
    assertThat(file.getInt()).isEqualTo(0x1F43B675);
    assertThat(file.getInt() & 0x0fffffff).isEqualTo(file.remaining());
    while (file.hasRemaining()) {
      assertThat(file.get() & 0xff).as("SimpleBlock").isEqualTo(0xA3);
      int size = file.getShort() & 0x3fff;
      assertThat(size).isBetween(1, file.remaining());
      file.position(file.position() + size);
    }
  }
}

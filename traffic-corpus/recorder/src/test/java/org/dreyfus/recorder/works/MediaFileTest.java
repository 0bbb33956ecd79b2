package org.dreyfus.recorder.works;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.SplittableRandom;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

final class MediaFileTest {

  @Test
  void hasTheSizeAskedFor() {
    for (int size : new int[] {1_100, 32_768, 65_537, 98_304}) {
      assertThat(film(size, 1).bytes()).hasSize(size);
    }
  }

  @Test
  void elementsFillTheFileToItsEnd() {
    for (int size = 50_000; size < 51_100; size++) {
      readThrough(ByteBuffer.wrap(film(size, 2).bytes()));
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

  @Test
  void theSameSeedMakesTheSameFileAndAnotherAnother() {
    assertThat(film(40_000, 3).bytes()).isEqualTo(film(40_000, 3).bytes());
    assertThat(film(40_000, 3).bytes()).isNotEqualTo(film(40_000, 4).bytes());
  }

  @Test
  void cannotBePacked() throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
      deflater.write(film(40_000, 5).bytes());
    }
    assertThat(packed.size()).isGreaterThan(39_000);
  }

  private static MediaFile film(int size, long seed) {
    return MediaFile.generate("f", "f.mkv", "F", size, new SplittableRandom(seed));
  }
}

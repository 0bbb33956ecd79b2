package org.dreyfus.recorder.works;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class WorkKindTest {

  @ParameterizedTest
  @EnumSource
  void hasTheSizeAskedFor(WorkKind kind) {
    for (int size = WorkKind.SMALLEST_BYTES; size < 40_000; size += 998) {
      assertThat(file(kind, size, 1).bytes()).hasSize(size);
    }
    for (int size : new int[] {65_534, 65_536, 98_304, 1_100_000}) {
      assertThat(file(kind, size, 1).bytes()).hasSize(size);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theSameSeedMakesTheSameFileAndAnotherAnother(WorkKind kind) {
    assertThat(file(kind, 20_000, 3).bytes()).isEqualTo(file(kind, 20_000, 3).bytes());
    assertThat(file(kind, 20_000, 3).bytes()).isNotEqualTo(file(kind, 20_000, 4).bytes());
  }

  @ParameterizedTest
  @EnumSource
  void canHardlyBePacked(WorkKind kind) throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
      deflater.write(file(kind, 16_384, 5).bytes());
    }
    assertThat(packed.size()).isGreaterThan(16_384 * 92 / 100);
  }

  @Test
  void refusesSizesThatItCannotMeet() {
    assertThatThrownBy(() -> file(WorkKind.BOOK, 20_001, 1)).hasMessageContaining("even size");
    assertThatThrownBy(() -> file(WorkKind.BOOK, 100, 1)).hasMessageContaining("at least 8192");
  }

  @Test
  void picturesAndCoversCanBeSeen(@TempDir Path folder) throws Exception {
    for (int size = WorkKind.SMALLEST_BYTES; size < 9_000; size += 2) {
      assertPicture(file(WorkKind.PICTURE, size, size).bytes());
    }
    Path book = Files.write(folder.resolve("b.epub"), file(WorkKind.BOOK, 70_000, 1).bytes());
    try (ZipFile zip = new ZipFile(book.toFile())) {
      assertPicture(zip.getInputStream(zip.getEntry("OEBPS/cover.png")).readAllBytes());
    }
  }

  private static void assertPicture(byte[] bytes) throws Exception {
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(bytes));
    assertThat(picture.getWidth()).isEqualTo(64);
  }

  @Test
  void songsCanBeHeard() throws Exception {
    byte[] song = file(WorkKind.SONG, 20_000, 1).bytes();
    AudioFormat format = AudioSystem.getAudioFileFormat(new ByteArrayInputStream(song)).getFormat();
    assertThat(format.getSampleRate()).isEqualTo(8_000f);
    assertThat(format.getSampleSizeInBits()).isEqualTo(8);
  }

  @Test
  void booksSayFirstWhatTheyAre(@TempDir Path folder) throws Exception {
    byte[] book = file(WorkKind.BOOK, 20_000, 1).bytes();
    assertThat(new String(book, 30, 28, StandardCharsets.US_ASCII))
        .isEqualTo("mimetypeapplication/epub+zip");
    try (ZipFile zip = new ZipFile(Files.write(folder.resolve("b.epub"), book).toFile())) {
      List<String> names = zip.stream().map(ZipEntry::getName).map(String::valueOf).toList();
      assertThat(names).contains("META-INF/container.xml", "OEBPS/book.opf");
    }
  }

  private static MediaFile file(WorkKind kind, int size, long seed) {
    return kind.generate("f", "f", "A Title", size, new SplittableRandom(seed));
  }
}

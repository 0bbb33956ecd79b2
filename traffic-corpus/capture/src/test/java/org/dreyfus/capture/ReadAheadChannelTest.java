package org.dreyfus.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import org.dreyfus.capture.bytes.PcapBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Captures that are long enough for a thread that decompresses. */
@Timeout(60)
class ReadAheadChannelTest {

  private static final int FRAMES = 400;
  private static final int FRAME = 65_000;
  private static final byte[] PLAIN = capture();

  /** Half random, so that it can be cut in the midst of something. */
  private static byte[] capture() {
    byte[] frame = new byte[FRAME];
    Random random = new Random(5);
    PcapBytes file = PcapBytes.ofLink(1);
    for (int i = 0; i < FRAMES; i++) {
      byte[] noise = new byte[FRAME / 2];
      random.nextBytes(noise);
      System.arraycopy(noise, 0, frame, 0, noise.length);
      file.frame(i, frame);
    }
    return file.toBytes();
  }

  /** Frames and a checksum of all their bytes. */
  private static String read(byte[] file) throws CaptureException {
    CRC32 sum = new CRC32();
    Frame frame = new Frame();
    long frames = 0;
    try (CaptureReader reader = CaptureReader.open(CaptureSource.bytes("long", file))) {
      while (next(reader, frame)) {
        sum.update(frame.buffer().slice(frame.offset(), frame.capturedLength()));
        frames = reader.frames();
      }
    }
    return frames + " " + sum.getValue();
  }

  private static boolean next(CaptureReader reader, Frame frame) throws CaptureException {
    try {
      return reader.next(frame);
    } catch (CaptureException e) {
      assertThat(e.byteOffset()).isGreaterThan(ReadAheadChannel.BEFORE);
      assertThat(e).hasMessageContaining("the compressed data ");
      throw e;
    }
  }

  private static long threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals(ReadAheadChannel.THREAD))
        .count();
  }

  @Test
  void whatIsReadIsTheSame() throws IOException {
    assertThat((long) PLAIN.length).isGreaterThan(ReadAheadChannel.BEFORE * 3 / 2);
    String expected = read(PLAIN);
    assertThat(expected).startsWith(FRAMES + " ");
    assertThat(read(CaptureReaderTest.gzip(PLAIN))).isEqualTo(expected);
    assertThat(read(Zstd.compress(PLAIN))).isEqualTo(expected);
    assertThat(threads()).isZero();
  }

  @Test
  void aCutIsToldAndEndsTheThread() throws IOException {
    byte[] gzip = CaptureReaderTest.gzip(PLAIN);
    byte[] zstd = Zstd.compress(PLAIN);
    for (byte[] whole : new byte[][] {gzip, zstd}) {
      byte[] cut = Arrays.copyOf(whole, whole.length - 1_000);
      assertThatThrownBy(() -> read(cut)).hasMessageContaining("ends early");
      assertThat(threads()).isZero();
    }
  }

  @Test
  void whoeverStopsReadingLeavesNoThread() throws IOException {
    byte[] file = CaptureReaderTest.gzip(PLAIN);
    try (CaptureReader reader = CaptureReader.open(CaptureSource.bytes("long", file))) {
      Frame frame = new Frame();
      for (int i = 0; i < 300; i++) {
        assertThat(reader.next(frame)).isTrue();
      }
      assertThat(threads()).isPositive();
    }
    assertThat(threads()).isZero();
  }

  @Test
  void anInterruptedReaderIsTold() throws IOException {
    byte[] file = CaptureReaderTest.gzip(PLAIN);
    assertThatThrownBy(
            () -> {
              try (CaptureReader reader = CaptureReader.open(CaptureSource.bytes("long", file))) {
                Frame frame = new Frame();
                while (reader.next(frame)) {
                  if (reader.frames() == 300) {
                    Thread.currentThread().interrupt();
                  }
                }
              }
            })
        .isInstanceOf(CaptureException.class)
        .hasMessageContaining("reading failed");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(threads()).isZero();
  }
}

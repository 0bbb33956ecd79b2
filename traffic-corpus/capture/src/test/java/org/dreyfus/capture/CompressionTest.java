package org.dreyfus.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.EndDirective;
import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.dreyfus.capture.CaptureReaderTest.Read;
import org.dreyfus.capture.bytes.Packets;
import org.dreyfus.capture.bytes.PcapBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Captures compressed with Zstandard, in all the ways its format allows. */
class CompressionTest {

  private static final byte[] SKIPPABLE =
      Packets.join(Packets.hex("5a2a4d18 05000000"), Packets.text(5));

  private static byte[] capture(int frames) {
    PcapBytes file = PcapBytes.ofLink(1);
    byte[] frame = new byte[1_000];
    Random random = new Random(1);
    for (int i = 0; i < frames; i++) {
      random.nextBytes(frame);
      file.frame(i, frame);
    }
    return file.toBytes();
  }

  private static List<Read> readAll(byte[] file) throws CaptureException {
    return CaptureReaderTest.readAll(file);
  }

  private static byte[] zstd(byte[] bytes) {
    return Zstd.compress(bytes);
  }

  @Test
  void readsOneFrame() throws CaptureException {
    byte[] file = capture(300);
    assertThat(readAll(zstd(file))).isEqualTo(readAll(file)).hasSize(300);
  }

  @Test
  void readsSeveralFramesAndSkippableOnes() throws CaptureException {
    byte[] file = capture(30);
    byte[] compressed =
        Packets.join(
            SKIPPABLE,
            zstd(Arrays.copyOf(file, 40)),
            SKIPPABLE,
            zstd(new byte[0]),
            zstd(Arrays.copyOfRange(file, 40, file.length)),
            SKIPPABLE);
    assertThat(readAll(compressed)).isEqualTo(readAll(file)).hasSize(30);
  }

  @Test
  void readsWindowsThatMustBeAskedForElsewhere() throws CaptureException {
    byte[] file = capture(3);
    byte[] compressed;
    try (ZstdCompressCtx context = new ZstdCompressCtx()) {
      context.setWindowLog(28).setContentSize(false);
      ByteBuffer into = ByteBuffer.allocateDirect(65_536);
      ByteBuffer from = ByteBuffer.allocateDirect(file.length).put(file).flip();
      while (from.hasRemaining()) {
        context.compressDirectByteBufferStream(into, from, EndDirective.CONTINUE);
      }
      boolean ended = false;
      while (!ended) {
        ended = context.compressDirectByteBufferStream(into, from, EndDirective.END);
      }
      compressed = new byte[into.flip().remaining()];
      into.get(compressed);
    }
    int windowLog = 10 + ((compressed[5] & 0xff) >>> 3);
    assertThat(windowLog).as("window of the frame, RFC 8878, 3.1.1.1.2").isGreaterThan(27);
    assertThat(readAll(compressed)).isEqualTo(readAll(file)).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 4_096})
  void readsWhatComesInSmallPieces(int piece) throws CaptureException {
    byte[] file = capture(20);
    byte[] compressed = Packets.join(zstd(file), SKIPPABLE);
    List<Read> read = CaptureReaderTest.readAll(new Dripping(compressed, piece), new ArrayList<>());
    assertThat(read).isEqualTo(readAll(file));
  }

  @Test
  void aCutFileGivesWhatIsWholeAndOneLine() {
    byte[] whole = zstd(capture(400));
    for (int cut : new int[] {5, 100, whole.length / 2, whole.length - 1}) {
      List<Read> read = new ArrayList<>();
      CaptureSource source = CaptureSource.bytes("cut", Arrays.copyOf(whole, cut));
      assertThatThrownBy(() -> CaptureReaderTest.readAll(source, read))
          .isInstanceOf(CaptureException.class)
          .hasMessageStartingWith("cut: byte ")
          .hasMessageContaining("the compressed data ends early; what stands before is used")
          .hasMessageNotContaining("\n");
      // What is random stays as long as it is; a block has 128 KiB.
      assertThat(read).hasSizeGreaterThanOrEqualTo((cut - 131_072) / 1_016);
    }
  }

  @Test
  void aDamagedFileGivesWhatStandsBeforeAndOneLine() {
    byte[] file = Packets.join(zstd(capture(10)), zstd(capture(200)));
    Arrays.fill(file, file.length - 500, file.length, (byte) 0xff);
    List<Read> read = new ArrayList<>();
    assertThatThrownBy(() -> CaptureReaderTest.readAll(CaptureSource.bytes("bad", file), read))
        .isInstanceOf(CaptureException.class)
        .hasMessageContaining("; what stands before is used")
        .hasMessageNotContaining("\n");
    assertThat(read).hasSizeGreaterThanOrEqualTo(10);
  }

  @Test
  void whatFollowsTheLastFrameIsDamage() {
    byte[] file = Packets.join(zstd(capture(10)), Packets.text(50));
    List<Read> read = new ArrayList<>();
    assertThatThrownBy(() -> CaptureReaderTest.readAll(CaptureSource.bytes("more", file), read))
        .hasMessageContaining("the compressed data is damaged (");
    assertThat(read).hasSize(10);
  }

  @Test
  void tellsCapturesFromOtherFiles(@TempDir Path folder) throws IOException {
    byte[] file = capture(1);
    assertThat(isCapture(file)).isTrue();
    assertThat(isCapture(zstd(file))).isTrue();
    assertThat(isCapture(CaptureReaderTest.gzip(file))).isTrue();
    assertThat(isCapture(Packets.join(SKIPPABLE, zstd(file)))).isTrue();
    assertThat(isCapture(zstd(Packets.text(50)))).isFalse();
    assertThat(isCapture(new byte[0])).isFalse();
    assertThat(isCapture(Arrays.copyOf(file, 3))).isFalse();
    assertThat(isCapture(SKIPPABLE)).isFalse();
    Path missing = folder.resolve("none");
    assertThatThrownBy(() -> CaptureReader.isCapture(CaptureSource.file(missing)))
        .hasMessageContaining("there is no such file");
    Path misnamed = Files.write(folder.resolve("a.gz"), zstd(file));
    assertThat(CaptureReader.isCapture(CaptureSource.file(misnamed))).isTrue();
  }

  private static boolean isCapture(byte[] file) throws CaptureException {
    return CaptureReader.isCapture(CaptureSource.bytes("test", file));
  }

  /** Gives a few bytes at a time, as pipes do. */
  private record Dripping(byte[] bytes, int piece) implements CaptureSource {

    @Override
    public String name() {
      return "dripping";
    }

    @Override
    public ReadableByteChannel open() {
      ByteBuffer left = ByteBuffer.wrap(bytes).order(ByteOrder.BIG_ENDIAN);
      return Channels.newChannel(
          new InputStream() {
            @Override
            public int read() {
              return left.hasRemaining() ? left.get() & 0xff : -1;
            }

            @Override
            public int read(byte[] into, int at, int length) {
              int bytes = Math.min(Math.min(piece, length), left.remaining());
              left.get(into, at, bytes);
              return bytes == 0 && length > 0 ? -1 : bytes;
            }
          });
    }
  }
}

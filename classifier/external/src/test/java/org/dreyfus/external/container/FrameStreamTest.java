package org.dreyfus.external.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FrameStreamTest {

  @Test
  void framesOfAnySizeAreJoined() throws IOException {
    Random random = new Random(1);
    ByteArrayOutputStream frames = new ByteArrayOutputStream();
    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    for (int size : new int[] {0, 1, 7, 8, 0, 0, 9, 65_528, 65_536, 65_537, 300_000, 1}) {
      byte[] bytes = new byte[size];
      random.nextBytes(bytes);
      frames.write(frame(1, bytes));
      expected.write(bytes);
    }
    assertThat(stream(frames.toByteArray()).readAllBytes()).isEqualTo(expected.toByteArray());
  }

  @Test
  void noBytesAreTheEnd() throws IOException {
    assertThat(stream(new byte[0]).read()).isNegative();
  }

  @Test
  void aFrameOfAnotherStreamIsRefused() throws IOException {
    byte[] frame = frame(2, "x".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> stream(frame).read()).isInstanceOf(IOException.class);
  }

  @Test
  void aLengthBeyondThirtyOneBitsIsRefused() {
    byte[] frame = {1, 0, 0, 0, (byte) 0x80, 0, 0, 0, 1};
    assertThatThrownBy(() -> stream(frame).read()).isInstanceOf(IOException.class);
  }

  @Test
  void aHugeFrameCostsNoMemory() throws IOException {
    byte[] frame = {1, 0, 0, 0, 0x7F, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 'a'};
    assertThat(stream(frame).readNBytes(1)).containsExactly('a');
  }

  @Test
  void whatIsCutShortIsAnError() throws IOException {
    byte[] whole = frame(1, "abc".getBytes(StandardCharsets.UTF_8));
    for (int length = 1; length < whole.length; length++) {
      byte[] cut = ByteBuffer.allocate(length).put(whole, 0, length).array();
      assertThatThrownBy(() -> stream(cut).readAllBytes())
          .as("%d bytes", length)
          .isInstanceOf(EOFException.class);
    }
  }

  @Test
  void garbageIsRefusedOrRead() {
    Random random = new Random(2);
    for (int i = 0; i < 2000; i++) {
      byte[] garbage = new byte[random.nextInt(64) + 1];
      random.nextBytes(garbage);
      assertThatThrownBy(() -> stream(garbage).readAllBytes()).isInstanceOf(IOException.class);
    }
  }

  @Test
  void afterGivingUpNothingMoreComes() throws IOException {
    FrameStream stream = stream(frame(1, new byte[100_000]));
    assertThat(stream.readNBytes(10)).hasSize(10);
    stream.giveUp();
    assertThat(stream.readAllBytes()).hasSizeLessThan(65_536);
  }

  private static FrameStream stream(byte[] bytes) {
    return new FrameStream(
        Channels.newChannel(new ByteArrayInputStream(bytes)), FrameStream.OUTPUT);
  }

  private static byte[] frame(int stream, byte[] payload) {
    return ByteBuffer.allocate(8 + payload.length)
        .put((byte) stream)
        .put(new byte[3])
        .putInt(payload.length)
        .put(payload)
        .array();
  }
}

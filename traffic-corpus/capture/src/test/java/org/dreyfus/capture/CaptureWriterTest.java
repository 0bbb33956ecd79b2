package org.dreyfus.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dreyfus.capture.bytes.Packets;
import org.dreyfus.capture.bytes.PcapBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptureWriterTest {

  private static final long TIME = 1_700_000_000_123_456_789L;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void writesLittleEndianNanosecondPcap() throws IOException {
    try (CaptureWriter writer = CaptureWriter.to(Channels.newChannel(out), LinkType.RAW)) {
      writer.write(TIME, Packets.text(5));
      writer.write(TIME + 1, ByteBuffer.wrap(Packets.text(9)), 2, 3, 99);
    }
    byte[] expected =
        PcapBytes.ofLink(LinkType.RAW)
            .frame(TIME, Packets.text(5))
            .frame(TIME + 1, "cde".getBytes(StandardCharsets.US_ASCII), 99)
            .toBytes();
    assertThat(out.toByteArray()).isEqualTo(expected);
  }

  @Test
  void copiesWhatIsRead(@TempDir Path folder) throws IOException {
    PcapBytes file = PcapBytes.ofLink(LinkType.ETHERNET);
    for (int i = 0; i < 50; i++) {
      file.frame(TIME + i, Packets.text(i * 5_000), i * 5_000 + 3);
    }
    Path copy = folder.resolve("copy.pcap");
    Frame frame = new Frame();
    try (CaptureReader reader = CaptureReader.open(CaptureSource.bytes("test", file.toBytes()));
        CaptureWriter writer = CaptureWriter.file(copy, LinkType.ETHERNET)) {
      while (reader.next(frame)) {
        writer.write(frame);
      }
    }
    assertThat(Files.readAllBytes(copy)).isEqualTo(file.toBytes());
  }

  @Test
  void flushHandsOverWhatWasWritten() throws IOException {
    CaptureWriter writer = CaptureWriter.to(Channels.newChannel(out), LinkType.RAW);
    writer.flush();
    assertThat(out.size()).isEqualTo(24);
    writer.write(0, Packets.text(3));
    writer.flush();
    assertThat(out.size()).isEqualTo(24 + 16 + 3);
  }

  @Test
  void refusesWhatTheFormatCannotHold() {
    CaptureWriter writer = CaptureWriter.to(Channels.newChannel(out), LinkType.RAW);
    assertThatThrownBy(() -> writer.write(-1, new byte[1])).hasMessageContaining("time -1 ns");
    assertThatThrownBy(() -> writer.write(4_294_967_296_000_000_000L, new byte[1]))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> writer.write(0, new byte[262_145]))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("262145 bytes");
  }
}
